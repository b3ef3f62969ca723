using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>An event that a turn sends to another instance: a child's start or termination, a parent's news of its child.</summary>
internal sealed record OutgoingEvent(string InstanceId, HistoryEvent Event);
