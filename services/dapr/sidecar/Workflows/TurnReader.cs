using Athene.Dapr.Protocol;
using Athene.Sidecar.Tracing;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows;

/// <summary>Works out what a worker's answer to a turn means. Pure: nothing is stored or sent here.</summary>
internal sealed class TurnReader(string appId, WorkflowInstance instance, Turn turn, WorkflowResponse response, DateTimeOffset now)
{
    private readonly List<HistoryEvent> events = [.. turn.Request.NewEvents];
    private readonly List<ActivityRequest> activities = [];
    private readonly List<HistoryEvent> timers = [];
    private readonly List<OutgoingEvent> outgoing = [];
    private readonly ExecutionStartedEvent started =
        instance.Started ?? throw new InvalidOperationException($"Workflow {instance.Id} has no beginning.");

    /// <exception cref="UnprocessableTurnException">An action cannot be carried out; nothing of the answer counts.</exception>
    public TurnResult Read()
    {
        WriteVersion();
        CompleteWorkflowAction? end = null;
        foreach (var action in response.Actions)
        {
            if (action.CompleteWorkflow is { } complete) End(action, end = complete);
            else Begin(action);
        }

        return new TurnResult
        {
            State = NextState(end),
            Events = end?.WorkflowStatus == OrchestrationStatus.ContinuedAsNew ? [] : events,
            Activities = activities,
            Timers = timers,
            Outgoing = outgoing,
            Restart = end?.WorkflowStatus == OrchestrationStatus.ContinuedAsNew ? NextExecution(end) : null,
        };
    }

    private void Begin(WorkflowAction action)
    {
        var item = HistoryEvents.At(now, action.Id).Routed(appId);
        switch (action.WorkflowActionTypeCase)
        {
            case WorkflowAction.WorkflowActionTypeOneofCase.ScheduleTask:
                ScheduleActivity(item, action.ScheduleTask);
                break;
            case WorkflowAction.WorkflowActionTypeOneofCase.CreateTimer:
                CreateTimer(item, action.CreateTimer);
                break;
            case WorkflowAction.WorkflowActionTypeOneofCase.CreateChildWorkflow:
                CreateChild(item, action.CreateChildWorkflow);
                break;
            default:
                throw new UnprocessableTurnException($"the action {action.WorkflowActionTypeCase} is not one that Dapr can carry out");
        }

        events.Add(item);
    }

    private void ScheduleActivity(HistoryEvent item, ScheduleTaskAction action)
    {
        item.TaskScheduled = new TaskScheduledEvent { Name = action.Name, Version = action.Version, Input = action.Input, TaskExecutionId = action.TaskExecutionId };
        activities.Add(new ActivityRequest
        {
            Name = action.Name,
            Version = action.Version,
            Input = action.Input,
            WorkflowInstance = new Dapr.Protocol.WorkflowInstance { InstanceId = instance.Id },
            TaskId = item.EventId,
            ParentTraceContext = new TraceContext { TraceParent = NextSpan(), TraceState = started.ParentTraceContext?.TraceState },
            TaskExecutionId = action.TaskExecutionId,
        });
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

        timers.Add(item);
    }

    private void CreateChild(HistoryEvent item, CreateChildWorkflowAction action)
    {
        item.ChildWorkflowInstanceCreated =
            new ChildWorkflowInstanceCreatedEvent { InstanceId = action.InstanceId, Name = action.Name, Version = action.Version, Input = action.Input };
        outgoing.Add(new OutgoingEvent(action.InstanceId, HistoryEvents.ExecutionStarted(appId, new ExecutionStartedEvent
        {
            Name = action.Name,
            Version = action.Version,
            Input = action.Input,
            WorkflowInstance = new Dapr.Protocol.WorkflowInstance { InstanceId = action.InstanceId, ExecutionId = Guid.NewGuid().ToString() },
            ParentInstance = new ParentInstanceInfo
            {
                TaskScheduledId = item.EventId,
                Name = started.Name,
                Version = started.Version,
                WorkflowInstance = started.WorkflowInstance,
                AppID = appId,
            },
            ParentTraceContext = started.ParentTraceContext,
        }, now)));
    }

    private void End(WorkflowAction action, CompleteWorkflowAction end)
    {
        if (end.WorkflowStatus == OrchestrationStatus.ContinuedAsNew) return;
        var item = HistoryEvents.At(now, action.Id).Routed(appId);
        item.ExecutionCompleted = new ExecutionCompletedEvent { WorkflowStatus = end.WorkflowStatus, Result = end.Result, FailureDetails = end.FailureDetails };
        events.Add(item);

        if (started.ParentInstance is { } parent)
            outgoing.Add(new OutgoingEvent(parent.WorkflowInstance.InstanceId, HistoryEvents.ChildEnded(appId, parent.TaskScheduledId, end, now)));
        if (turn.Request.NewEvents.LastOrDefault(last => last.ExecutionTerminated is not null)?.ExecutionTerminated is { Recurse: true } termination)
            outgoing.AddRange(OpenChildren().Select(child => new OutgoingEvent(child, HistoryEvents.Terminated(termination.Input, recurse: true, now))));
    }

    private IEnumerable<string> OpenChildren()
    {
        var all = instance.History.Concat(events).ToList();
        var ended = all
            .Select(item => item.ChildWorkflowInstanceCompleted?.TaskScheduledId ?? item.ChildWorkflowInstanceFailed?.TaskScheduledId)
            .ToHashSet();
        return all.Where(item => item.ChildWorkflowInstanceCreated is not null && !ended.Contains(item.EventId)).Select(item => item.ChildWorkflowInstanceCreated.InstanceId);
    }

    private List<HistoryEvent> NextExecution(CompleteWorkflowAction end)
    {
        var next = started.Clone();
        next.Input = end.Result;
        next.WorkflowInstance.ExecutionId = Guid.NewGuid().ToString();
        next.ScheduledStartTimestamp = null;
        if (end.NewVersion is { } version) next.Version = version;
        return [HistoryEvents.WorkflowStarted(now).Routed(appId), HistoryEvents.ExecutionStarted(appId, next, now), .. end.CarryoverEvents];
    }

    private WorkflowState NextState(CompleteWorkflowAction? end)
    {
        if (end?.WorkflowStatus == OrchestrationStatus.ContinuedAsNew)
            return new WorkflowState { InstanceId = instance.Id, Name = started.Name, WorkflowStatus = OrchestrationStatus.Running, CreatedTimestamp = now.ToTimestamp(), LastUpdatedTimestamp = now.ToTimestamp(), StartedAt = now.ToTimestamp(), Input = end.Result };

        var first = instance.History.Count > 0 ? instance.History : events;
        return new WorkflowState
        {
            InstanceId = instance.Id,
            Name = started.Name,
            Version = started.Version,
            WorkflowStatus = end?.WorkflowStatus ?? StatusWhileRunning(),
            ScheduledStartTimestamp = started.ScheduledStartTimestamp,
            CreatedTimestamp = first.First(item => item.ExecutionStarted is not null).Timestamp,
            LastUpdatedTimestamp = events[^1].Timestamp,
            StartedAt = first.First(item => item.WorkflowStarted is not null).Timestamp,
            Input = started.Input,
            Output = end?.Result,
            CustomStatus = response.CustomStatus,
            FailureDetails = end?.FailureDetails,
            ExecutionId = started.WorkflowInstance.ExecutionId,
            ParentInstanceId = started.ParentInstance?.WorkflowInstance.InstanceId,
            ParentAppId = started.ParentInstance?.AppID,
        };
    }

    private OrchestrationStatus StatusWhileRunning()
    {
        var last = events.LastOrDefault(item => item.ExecutionSuspended is not null || item.ExecutionResumed is not null);
        if (last is not null) return last.ExecutionSuspended is null ? OrchestrationStatus.Running : OrchestrationStatus.Suspended;
        return instance.State.WorkflowStatus == OrchestrationStatus.Suspended ? OrchestrationStatus.Suspended : OrchestrationStatus.Running;
    }

    /// <summary>The patches that the workflow asked for belong to the turn in which it did.</summary>
    private void WriteVersion()
    {
        if (response.Version is not { Patches.Count: > 0 } version) return;
        var index = events.FindIndex(item => item.WorkflowStarted is not null);
        events[index] = events[index].Clone();
        events[index].WorkflowStarted.Version = new WorkflowVersion { Patches = { version.Patches } };
    }

    private string NextSpan() => TraceHop.IsValid(started.ParentTraceContext?.TraceParent)
        ? TraceHop.Child(started.ParentTraceContext!.TraceParent)
        : TraceHop.Child($"00-{Guid.Parse(started.WorkflowInstance.ExecutionId):N}-0000000000000000-01");
}
