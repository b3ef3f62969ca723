using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>What workers tell the engine.</summary>
internal sealed partial class WorkflowEngine
{
    /// <summary>Pause before a turn is sent again whose answer could not be carried out.</summary>
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromSeconds(1);

    public void CompleteActivity(ActivityResponse answer)
    {
        lock (gate)
        {
            var key = new ActivityKey(answer.InstanceId, answer.TaskId);
            if (!activities.Remove(key, out var activity))
            {
                LogStrayActivity(answer.InstanceId, answer.TaskId);
                return;
            }

            dispatcher.Remove(activity);
            var instance = running.GetValueOrDefault(key.InstanceId);
            var item = instance?.ExecutionId == activity.ExecutionId ? HistoryEvents.ActivityAnswered(appId, activity.Request, answer, clock.GetUtcNow()) : null;
            if (store.Answer(key, item) is { } seq) Receive(instance!, seq, item!);
        }
    }

    public void CompleteTurn(WorkflowResponse answer)
    {
        lock (gate)
        {
            if (!running.TryGetValue(answer.InstanceId, out var instance) || instance.Turn is not { } turn)
            {
                LogStrayTurn(answer.InstanceId);
                return;
            }

            try
            {
                Apply(instance, turn, new TurnReader(appId, instance, turn, answer, clock.GetUtcNow()).Read());
            }
            catch (UnprocessableTurnException e)
            {
                Repeat(instance, turn, e.Message);
            }

            instance.SignalChange();
        }
    }

    private void Apply(WorkflowInstance instance, Turn turn, TurnResult result)
    {
        var outgoing = result.Outgoing.Select(Redirect).OfType<OutgoingEvent>().ToList();
        var late = instance.Inbox.Where(item => item.Seq > turn.LastSeq).Select(item => item.Event).ToList();
        var places = store.Commit(instance, turn, result, outgoing);

        dispatcher.Remove(turn);
        instance.Turn = null;
        instance.Repetitions = 0;
        instance.ConsumedSeq = turn.LastSeq;
        instance.State = result.State;
        instance.History.AddRange(result.Events);
        instance.Inbox.RemoveAll(item => item.Seq <= turn.LastSeq);
        if (result.Restart is { } restart)
        {
            instance.History.Clear();
            instance.Timers.Clear();
            instance.Inbox.Clear();
            instance.Inbox.AddRange(restart.Concat(late).Zip(places, (item, seq) => new InboxEvent(seq, item)));
            instance.ExecutionId = instance.Started!.WorkflowInstance.ExecutionId;
        }

        foreach (var request in result.Activities) Dispatch(new PendingActivity(instance.ExecutionId, request));
        if (result.State.WorkflowStatus.IsFinished()) Finish(instance);
        else if (result.Restart is null) foreach (var timer in result.Timers) Arm(instance, timer);

        foreach (var (item, seq) in outgoing.Zip(places.TakeLast(outgoing.Count))) Receive(item, seq);
        if (running.ContainsKey(instance.Id)) TakeTurn(instance);
    }

    private void Dispatch(PendingActivity activity)
    {
        if (activities.Remove(activity.Key, out var replaced)) dispatcher.Remove(replaced);
        activities[activity.Key] = activity;
        dispatcher.Add(activity);
    }

    private void Finish(WorkflowInstance instance)
    {
        running.Remove(instance.Id);
        LogFinished(instance.Id, instance.State.Name, instance.State.WorkflowStatus);
    }

    /// <summary>Where an outgoing event really goes: nowhere when its receiver has gone, back when a child's id is taken.</summary>
    private OutgoingEvent? Redirect(OutgoingEvent item)
    {
        var target = running.GetValueOrDefault(item.InstanceId);
        if (item.Event.ExecutionStarted is not { } child) return target is null ? null : item;
        if (target is null) return item;
        var taken = new TaskFailureDetails { ErrorType = "AlreadyExists", ErrorMessage = $"an active workflow with ID '{item.InstanceId}' already exists", IsNonRetriable = true };
        var parent = child.ParentInstance;
        return new OutgoingEvent(parent.WorkflowInstance.InstanceId, HistoryEvents.ChildFailed(appId, parent.TaskScheduledId, taken, clock.GetUtcNow()));
    }

    private void Receive(OutgoingEvent item, long seq)
    {
        if (item.Event.ExecutionStarted is { } started)
            running[item.InstanceId] = new WorkflowInstance(WorkflowStore.PendingState(item.InstanceId), started.WorkflowInstance.ExecutionId);
        if (running.TryGetValue(item.InstanceId, out var target)) Receive(target, seq, item.Event);
    }

    private void Repeat(WorkflowInstance instance, Turn turn, string reason)
    {
        LogUnprocessable(instance.Id, reason, RepeatAfter);
        dispatcher.Remove(turn);
        instance.Turn = null;
        instance.Repetitions++;
        timers.Add(new WorkflowTimer(instance.Id, instance.ExecutionId, null), clock.GetUtcNow() + RepeatAfter);
    }
}
