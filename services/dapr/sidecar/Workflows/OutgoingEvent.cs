using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>An event that a turn sends to an instance: a child's start or termination, a parent's news of its child, an event that was sent, a step's refusal.</summary>
/// <param name="ExecutionId">The only execution that may take it; null for any.</param>
internal sealed record OutgoingEvent(string InstanceId, HistoryEvent Event, string? ExecutionId = null);
