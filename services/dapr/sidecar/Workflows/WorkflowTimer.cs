namespace Athene.Sidecar.Workflows;

/// <summary>An entry of the timer queue.</summary>
/// <param name="TimerId">The timer's id in the workflow; null when it is the start (or another try) of the instance.</param>
internal readonly record struct WorkflowTimer(string InstanceId, string ExecutionId, int? TimerId);
