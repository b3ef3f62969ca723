namespace Athene.Dapr.Workflow.Client;

/// <summary>What a <see cref="WorkflowHistoryEvent"/> tells of.</summary>
public enum WorkflowHistoryEventType
{
    Unknown = 0,
    ExecutionStarted,
    ExecutionCompleted,
    ExecutionTerminated,
    TaskScheduled,
    TaskCompleted,
    TaskFailed,
    SubOrchestrationInstanceCreated,
    SubOrchestrationInstanceCompleted,
    SubOrchestrationInstanceFailed,
    TimerCreated,
    TimerFired,
    OrchestratorStarted,
    OrchestratorCompleted,
    EventSent,
    EventRaised,
    GenericEvent,
    HistoryState,
    ContinueAsNew,
    ExecutionSuspended,
    ExecutionResumed,
    ExecutionStalled,
    DetachedWorkflowInstanceCreated,
}
