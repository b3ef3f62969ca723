using Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>A step that the workflow has begun: the action asked of the sidecar, and the event that will answer it.</summary>
internal sealed class DurableStep(WorkflowAction action)
{
    public WorkflowAction Action { get; } = action;

    public int Id => Action.Id;

    public TaskCompletionSource<HistoryEvent> Answer { get; } = new();

    /// <summary>The key under which a completion names this step when its number is not enough.</summary>
    public string? TaskExecutionId => Action.ScheduleTask?.TaskExecutionId;

    public override string ToString() => Describe(Action);

    /// <summary>Whether the history tells of the same step.</summary>
    public bool Matches(HistoryEvent recorded) => (recorded.EventTypeCase, Action.WorkflowActionTypeCase) switch
    {
        (HistoryEvent.EventTypeOneofCase.TaskScheduled, WorkflowAction.WorkflowActionTypeOneofCase.ScheduleTask) =>
            recorded.TaskScheduled.Name == Action.ScheduleTask.Name,
        (HistoryEvent.EventTypeOneofCase.ChildWorkflowInstanceCreated, WorkflowAction.WorkflowActionTypeOneofCase.CreateChildWorkflow) =>
            recorded.ChildWorkflowInstanceCreated.Name == Action.CreateChildWorkflow.Name,
        (HistoryEvent.EventTypeOneofCase.TimerCreated, WorkflowAction.WorkflowActionTypeOneofCase.CreateTimer) => true,
        (HistoryEvent.EventTypeOneofCase.EventSent, WorkflowAction.WorkflowActionTypeOneofCase.SendEvent) => true,
        _ => false,
    };

    public static string Describe(HistoryEvent recorded) => recorded.EventTypeCase switch
    {
        HistoryEvent.EventTypeOneofCase.TaskScheduled => $"activity '{recorded.TaskScheduled.Name}'",
        HistoryEvent.EventTypeOneofCase.ChildWorkflowInstanceCreated => $"child workflow '{recorded.ChildWorkflowInstanceCreated.Name}'",
        HistoryEvent.EventTypeOneofCase.TimerCreated => "a timer",
        HistoryEvent.EventTypeOneofCase.EventSent => $"event '{recorded.EventSent.Name}' sent",
        _ => $"{recorded.EventTypeCase}",
    };

    private static string Describe(WorkflowAction action) => action.WorkflowActionTypeCase switch
    {
        WorkflowAction.WorkflowActionTypeOneofCase.ScheduleTask => $"activity '{action.ScheduleTask.Name}'",
        WorkflowAction.WorkflowActionTypeOneofCase.CreateChildWorkflow => $"child workflow '{action.CreateChildWorkflow.Name}'",
        WorkflowAction.WorkflowActionTypeOneofCase.CreateTimer => "a timer",
        WorkflowAction.WorkflowActionTypeOneofCase.SendEvent => $"event '{action.SendEvent.Name}' sent",
        _ => $"{action.WorkflowActionTypeCase}",
    };
}
