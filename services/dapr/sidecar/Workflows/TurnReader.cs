using Athene.Dapr.Protocol;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows;

/// <summary>Works out what a worker's answer to a turn means. Pure: nothing is stored or sent here.</summary>
internal sealed class TurnReader
{
    private readonly string appId;
    private readonly WorkflowInstance instance;
    private readonly InstanceRecord record;
    private readonly WorkflowRequest request;
    private readonly WorkflowResponse response;
    private readonly DateTimeOffset now;
    private readonly ExecutionStartedEvent started;
    private readonly TurnEffects effects;
    private readonly ActionReader actions;

    public TurnReader(string appId, WorkflowInstance instance, WorkflowRequest request, WorkflowResponse response, int messageSize, DateTimeOffset now)
    {
        (this.appId, this.instance, this.request, this.response, this.now) = (appId, instance, request, response, now);
        record = instance.Record!;
        started = record.Started ?? throw new InvalidOperationException($"Workflow {instance.Id} has no beginning.");
        effects = new TurnEffects(request.NewEvents);
        actions = new ActionReader(appId, instance.Id, started, messageSize, effects, now);
    }

    /// <exception cref="UnprocessableTurnException">An action cannot be carried out; nothing of the answer counts.</exception>
    public TurnResult Read()
    {
        if (response.NumEventsProcessed is { } processed && processed < request.NewEvents.Count)
            throw new UnprocessableTurnException($"the worker took in only {processed} of {request.NewEvents.Count} events, and the embedded sidecar cannot keep the rest for it");
        WriteVersion();
        CompleteWorkflowAction? end = null;
        foreach (var action in response.Actions)
        {
            if (action.CompleteWorkflow is { } complete) End(action, end = complete);
            else actions.Begin(action);
        }

        var restart = end?.WorkflowStatus == OrchestrationStatus.ContinuedAsNew ? NextExecution(end) : null;
        return new TurnResult
        {
            State = restart is null ? NextState(end) : RestartedState(end!, restart),
            Events = restart is null ? effects.Events : [],
            Activities = effects.Activities,
            Timers = effects.Timers,
            Outgoing = effects.Outgoing,
            Restart = restart,
        };
    }

    private void End(WorkflowAction action, CompleteWorkflowAction end)
    {
        if (end.WorkflowStatus == OrchestrationStatus.ContinuedAsNew) return;
        var item = HistoryEvents.At(now, action.Id).Routed(appId);
        item.ExecutionCompleted = new ExecutionCompletedEvent { WorkflowStatus = end.WorkflowStatus, Result = end.Result, FailureDetails = end.FailureDetails };
        effects.Events.Add(item);

        if (started.ParentInstance is { } parent)
            effects.Outgoing.Add(new OutgoingEvent(parent.WorkflowInstance.InstanceId, HistoryEvents.ChildEnded(appId, parent.TaskScheduledId, end, now), parent.WorkflowInstance.ExecutionId));
        if (request.NewEvents.LastOrDefault(last => last.ExecutionTerminated is not null)?.ExecutionTerminated is { Recurse: true } termination)
            effects.Outgoing.AddRange(OpenChildren().Select(child => new OutgoingEvent(child, HistoryEvents.Terminated(termination.Input, recurse: true, now))));
    }

    private IEnumerable<string> OpenChildren()
    {
        var all = record.History.Concat(effects.Events).ToList();
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

    private WorkflowState RestartedState(CompleteWorkflowAction end, List<HistoryEvent> restart) => new()
    {
        InstanceId = instance.Id,
        Name = started.Name,
        WorkflowStatus = OrchestrationStatus.Running,
        CreatedTimestamp = now.ToTimestamp(),
        LastUpdatedTimestamp = now.ToTimestamp(),
        StartedAt = now.ToTimestamp(),
        Input = end.Result,
        ExecutionId = restart[1].ExecutionStarted.WorkflowInstance.ExecutionId,
    };

    private WorkflowState NextState(CompleteWorkflowAction? end)
    {
        var first = record.History.Count > 0 ? record.History : effects.Events;
        return new WorkflowState
        {
            InstanceId = instance.Id,
            Name = started.Name,
            Version = started.Version,
            WorkflowStatus = end?.WorkflowStatus ?? StatusWhileRunning(),
            ScheduledStartTimestamp = started.ScheduledStartTimestamp,
            CreatedTimestamp = first.First(item => item.ExecutionStarted is not null).Timestamp,
            LastUpdatedTimestamp = effects.Events[^1].Timestamp,
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
        var last = effects.Events.FindLast(item => item.ExecutionSuspended is not null || item.ExecutionResumed is not null);
        if (last is not null) return last.ExecutionSuspended is null ? OrchestrationStatus.Running : OrchestrationStatus.Suspended;
        return instance.Status == OrchestrationStatus.Suspended ? OrchestrationStatus.Suspended : OrchestrationStatus.Running;
    }

    /// <summary>The patches that the workflow asked for belong to the turn in which it did.</summary>
    private void WriteVersion()
    {
        if (response.Version is not { Patches.Count: > 0 } version) return;
        var index = effects.Events.FindIndex(item => item.WorkflowStarted is not null);
        effects.Events[index] = effects.Events[index].Clone();
        effects.Events[index].WorkflowStarted.Version = new WorkflowVersion { Patches = { version.Patches } };
    }
}
