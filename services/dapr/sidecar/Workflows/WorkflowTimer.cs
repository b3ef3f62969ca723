using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows;

/// <summary>An entry of the timer queue.</summary>
/// <param name="TimerId">The timer's id in the workflow; null when it is the start (or another try) of the instance.</param>
/// <param name="FireAt">When the workflow asked it to fire; null with <paramref name="TimerId"/>.</param>
internal readonly record struct WorkflowTimer(string InstanceId, string ExecutionId, int? TimerId = null, Timestamp? FireAt = null);
