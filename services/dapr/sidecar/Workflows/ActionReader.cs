using Athene.Dapr.Protocol;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Workflows;

/// <summary>Works out what each step that a workflow begins means. Pure: nothing is stored or sent here.</summary>
internal sealed class ActionReader(string appId, string instanceId, ExecutionStartedEvent started, int messageSize, TurnEffects effects, DateTimeOffset now)
{
    /// <exception cref="UnprocessableTurnException">The action cannot be carried out.</exception>
    public void Begin(WorkflowAction action)
    {
        var item = HistoryEvents.At(now, action.Id).Routed(appId);
        switch (action.WorkflowActionTypeCase)
        {
            case WorkflowAction.WorkflowActionTypeOneofCase.ScheduleTask:
                ScheduleActivity(item, action);
                break;
            case WorkflowAction.WorkflowActionTypeOneofCase.CreateTimer:
                CreateTimer(item, action.CreateTimer);
                break;
            case WorkflowAction.WorkflowActionTypeOneofCase.CreateChildWorkflow:
                CreateChild(item, action);
                break;
            case WorkflowAction.WorkflowActionTypeOneofCase.SendEvent:
                SendEvent(item, action.SendEvent);
                break;
            default:
                throw new UnprocessableTurnException(
                    $"step {action.Id} ({action.WorkflowActionTypeCase}) is none that the embedded sidecar can carry out; it knows activities, timers, child workflows and events");
        }

        effects.Events.Add(item);
    }

    private void ScheduleActivity(HistoryEvent item, WorkflowAction action)
    {
        var task = action.ScheduleTask;
        item.TaskScheduled = new TaskScheduledEvent { Name = task.Name, Version = task.Version, Input = task.Input, TaskExecutionId = task.TaskExecutionId };
        var request = new ActivityRequest
        {
            Name = task.Name,
            Version = task.Version,
            Input = task.Input,
            WorkflowInstance = new Dapr.Protocol.WorkflowInstance { InstanceId = instanceId },
            TaskId = item.EventId,
            ParentTraceContext = new TraceContext { TraceParent = NextSpan(), TraceState = started.ParentTraceContext?.TraceState },
            TaskExecutionId = task.TaskExecutionId,
        };
        if (RefusalOf(action, task.Router, task.HistoryPropagationScope, request.CalculateSize(), $"activity '{task.Name}'") is not { } refusal) effects.Activities.Add(request);
        else Answer(HistoryEvents.ActivityAnswered(appId, request, new ActivityResponse { TaskId = item.EventId, FailureDetails = refusal }, now));
    }

    private void CreateTimer(HistoryEvent item, CreateTimerAction action)
    {
        item.TimerCreated = new TimerCreatedEvent { FireAt = action.FireAt };
        if (action.HasName) item.TimerCreated.Name = action.Name;
        switch (action.OriginCase)
        {
            case CreateTimerAction.OriginOneofCase.CreateTimer: item.TimerCreated.CreateTimer = action.CreateTimer; break;
            case CreateTimerAction.OriginOneofCase.ExternalEvent: item.TimerCreated.ExternalEvent = action.ExternalEvent; break;
            case CreateTimerAction.OriginOneofCase.ActivityRetry: item.TimerCreated.ActivityRetry = action.ActivityRetry; break;
            case CreateTimerAction.OriginOneofCase.ChildWorkflowRetry: item.TimerCreated.ChildWorkflowRetry = action.ChildWorkflowRetry; break;
        }

        effects.Timers.Add(item);
    }

    private void CreateChild(HistoryEvent item, WorkflowAction action)
    {
        var child = action.CreateChildWorkflow;
        item.ChildWorkflowInstanceCreated = new ChildWorkflowInstanceCreatedEvent { InstanceId = child.InstanceId, Name = child.Name, Version = child.Version, Input = child.Input };
        var start = HistoryEvents.ExecutionStarted(appId, new ExecutionStartedEvent
        {
            Name = child.Name,
            Version = child.Version,
            Input = child.Input,
            WorkflowInstance = new Dapr.Protocol.WorkflowInstance { InstanceId = child.InstanceId, ExecutionId = Guid.NewGuid().ToString() },
            ParentInstance = new ParentInstanceInfo
            {
                TaskScheduledId = item.EventId,
                Name = started.Name,
                Version = started.Version,
                WorkflowInstance = started.WorkflowInstance,
                AppID = appId,
            },
            ParentTraceContext = started.ParentTraceContext,
        }, now);
        if (RefusalOf(action, child.Router, child.HistoryPropagationScope, start.CalculateSize(), $"child workflow '{child.Name}'") is not { } refusal)
            effects.Outgoing.Add(new OutgoingEvent(child.InstanceId, start));
        else Answer(HistoryEvents.ChildFailed(appId, item.EventId, refusal, now));
    }

    /// <summary>Dapr cannot carry this out, and repeats the turn for ever; here the event simply arrives.</summary>
    private void SendEvent(HistoryEvent item, SendEventAction action)
    {
        item.EventSent = new EventSentEvent { InstanceId = action.Instance.InstanceId, Name = action.Name, Input = action.Data };
        var raised = HistoryEvents.At(now);
        raised.EventRaised = new EventRaisedEvent { Name = action.Name, Input = action.Data };
        effects.Outgoing.Add(new OutgoingEvent(action.Instance.InstanceId, raised));
    }

    /// <summary>Why a step is not done at all; the workflow sees it as the step's failure.</summary>
    private TaskFailureDetails? RefusalOf(WorkflowAction action, TaskRouter? router, HistoryPropagationScope scope, int size, string what)
    {
        var target = router?.TargetAppID is { Length: > 0 } own ? own : action.Router?.TargetAppID ?? "";
        if (target.Length > 0 && target != appId)
            return HistoryEvents.Refusal("NotSupported", $"The embedded sidecar runs workflows within one app and cannot start {what} in app '{target}'. Call that app by service invocation from an activity, or run on Dapr itself.");
        if (scope != HistoryPropagationScope.None)
            return HistoryEvents.Refusal("NotSupported", $"The embedded sidecar does not hand a workflow's history on to {what}. Pass what it needs as its input, or run on Dapr itself.");
        return size > messageSize ? HistoryEvents.TooLarge(what, size, messageSize) : null;
    }

    private void Answer(HistoryEvent answer) => effects.Outgoing.Add(new OutgoingEvent(instanceId, answer));

    private string NextSpan() => TraceHop.IsValid(started.ParentTraceContext?.TraceParent)
        ? TraceHop.Child(started.ParentTraceContext!.TraceParent)
        : TraceHop.Child($"00-{Guid.Parse(started.WorkflowInstance.ExecutionId):N}-0000000000000000-01");
}
