using Athene.Dapr.Protocol;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Workflows;

/// <summary>What workers tell the engine.</summary>
internal sealed partial class WorkflowEngine
{
    /// <summary>Whether the workers that are connected send completion tokens back; null while that is not known.</summary>
    private bool? workersEcho;

    public WorkerConnection Connect()
    {
        var worker = new WorkerConnection();
        lock (gate)
        {
            if (dispatcher.Workers == 0) workersEcho = null;
            dispatcher.Connect(worker);
            // What stalled may go on: this worker may know the version, this sidecar may have another limit.
            foreach (var instance in running.Values.Where(instance => instance.Status == OrchestrationStatus.Stalled)) TakeTurn(instance);
        }

        LogWorkerConnected(appId);
        return worker;
    }

    public void Disconnect(WorkerConnection worker)
    {
        lock (gate)
        {
            foreach (var work in dispatcher.Disconnect(worker))
            {
                if (work is PendingActivity activity) activities.Return(activity);
                else dispatcher.Add(work);
            }

            // Whoever waits for a turn may have to learn that nobody is left to take it.
            foreach (var instance in running.Values) instance.SignalChange();
        }

        LogWorkerDisconnected(appId);
    }

    public void CompleteTurn(WorkflowResponse answer)
    {
        lock (gate)
        {
            if (answer.CompletionToken.Length > 0) workersEcho = true;
            var instance = running.GetValueOrDefault(answer.InstanceId);
            switch (instance?.Turn?.Match(answer.CompletionToken, workersEcho) ?? TurnMatch.Stray)
            {
                case TurnMatch.Answer:
                    if (answer.CompletionToken.Length == 0 && !instance!.Turn!.TrustsNoToken) workersEcho = false;
                    Complete(instance!, instance!.Turn!, answer);
                    instance.SignalChange();
                    break;
                case TurnMatch.Doubtful:
                    dispatcher.SendAgain(instance!.Turn!);
                    break;
                default:
                    LogStrayTurn(answer.InstanceId);
                    break;
            }
        }
    }

    private void Complete(WorkflowInstance instance, Turn turn, WorkflowResponse answer)
    {
        try
        {
            if (answer.Actions.Any(action => action.WorkflowVersionNotAvailable is not null)) Stall(instance, HistoryEvents.Refusal("VersionNotAvailable", "No worker has the version of the workflow that this instance began with. Connect one that has it."));
            else Apply(instance, turn, Read(instance, turn, answer));
        }
        catch (UnprocessableTurnException e)
        {
            Repeat(instance, turn, e.Message);
        }
        catch (SqliteException e)
        {
            Repeat(instance, turn, e.Message);
            throw;
        }
    }

    private TurnResult Read(WorkflowInstance instance, Turn turn, WorkflowResponse answer)
    {
        _ = RecordOf(instance);
        return new TurnReader(appId, instance, turn.Request!, answer, limits.MessageSize, clock.GetUtcNow()).Read();
    }

    private void Apply(WorkflowInstance instance, Turn turn, TurnResult result)
    {
        var record = instance.Record!;
        var outgoing = result.Outgoing.Select(item => Redirect(item, instance, result)).OfType<OutgoingEvent>().ToList();
        // What the ended execution was still to hear is nothing to the next one, whose steps have the same numbers.
        var late = record.Inbox.Where(item => item.Seq > turn.LastSeq && item.Event.IsForAnyExecution()).Select(item => item.Event).ToList();
        var places = store.Commit(instance, turn, result, late, outgoing);

        dispatcher.Remove(turn);
        instance.Turn = null;
        instance.HasStrayCopies |= turn.HasOpenCopies;
        instance.Repetitions = 0;
        instance.ConsumedSeq = turn.LastSeq;
        instance.Status = result.State.WorkflowStatus;
        if (result.Restart is { } restart) instance.Record = new InstanceRecord([], [.. restart.Concat(late).Zip(places, (item, seq) => new InboxEvent(seq, item))]);
        else record.Advance(turn.LastSeq, result.Events);
        instance.Unseen = instance.Record!.Inbox.Count;
        records.Keep(instance);

        // The execution that asked, not the one that a restart begins.
        foreach (var request in result.Activities) activities.Add(new PendingActivity(instance.ExecutionId, request));
        instance.ExecutionId = result.State.ExecutionId;
        if (result.State.WorkflowStatus.IsFinished()) Finish(instance, result.State.Name);
        else if (result.Restart is null) foreach (var timer in result.Timers) Arm(instance, timer);

        foreach (var (item, seq) in outgoing.Zip(places.TakeLast(outgoing.Count))) Receive(item, seq);
        if (running.ContainsKey(instance.Id)) TakeTurn(instance);
    }

    private void Finish(WorkflowInstance instance, string name)
    {
        running.Remove(instance.Id);
        records.Forget(instance);
        sweep.Expect(store.ExpiryOf(instance.Status));
        LogFinished(instance.Id, name, instance.Status);
    }

    /// <summary>Where an outgoing event really goes: nowhere when its receiver has gone, back when a child's id is taken.</summary>
    private OutgoingEvent? Redirect(OutgoingEvent item, WorkflowInstance sender, TurnResult result)
    {
        var target = running.GetValueOrDefault(item.InstanceId);
        if (target == sender && (result.State.WorkflowStatus.IsFinished() || (result.Restart is not null && !item.Event.IsForAnyExecution()))) return null;
        if (item.Event.ExecutionStarted is not { } child) return target is null || (item.ExecutionId is { } only && only != target.ExecutionId) ? null : item;
        if (target is null) return item;
        var taken = HistoryEvents.Refusal("AlreadyExists", $"an active workflow with ID '{item.InstanceId}' already exists");
        var parent = child.ParentInstance;
        return new OutgoingEvent(parent.WorkflowInstance.InstanceId, HistoryEvents.ChildFailed(appId, parent.TaskScheduledId, taken, clock.GetUtcNow()));
    }

    private void Receive(OutgoingEvent item, long seq)
    {
        if (item.Event.ExecutionStarted is { } started) running[item.InstanceId] = WorkflowInstance.Begin(item.InstanceId, started);
        if (running.TryGetValue(item.InstanceId, out var target)) Receive(target, seq, item.Event);
    }

    /// <summary>The instance cannot have its turn. Its events stay, and it is tried again with the next event, worker or start of the sidecar.</summary>
    private void Stall(WorkflowInstance instance, TaskFailureDetails reason)
    {
        if (instance.Turn is { } turn) dispatcher.Remove(turn);
        instance.Turn = null;
        if (instance.Status == OrchestrationStatus.Stalled) return;
        LogStalled(instance.Id, reason.ErrorMessage);
        instance.Status = OrchestrationStatus.Stalled;
        var state = catalog.Find(instance.Id)!;
        state.WorkflowStatus = OrchestrationStatus.Stalled;
        state.FailureDetails = reason;
        store.Write(state);
        instance.SignalChange();
    }

    private void Repeat(WorkflowInstance instance, Turn turn, string reason)
    {
        LogUnprocessable(instance.Id, reason, RepeatAfter);
        dispatcher.Remove(turn);
        instance.Turn = null;
        instance.HasStrayCopies |= turn.HasOpenCopies;
        instance.Repetitions++;
        timers.Add(new WorkflowTimer(instance.Id, instance.ExecutionId), clock.GetUtcNow() + RepeatAfter);
    }
}
