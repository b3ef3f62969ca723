namespace Athene.Dapr.Workflow.Client;

/// <summary>One event of an instance's history.</summary>
/// <param name="EventId">The number of the step, or -1 for what came from outside.</param>
/// <param name="EventType">What happened.</param>
/// <param name="Timestamp">When, in UTC.</param>
public sealed record WorkflowHistoryEvent(int EventId, WorkflowHistoryEventType EventType, DateTime Timestamp);
