using Athene.Dapr.Protocol;
using Athene.Sidecar.Scheduling;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Workflows;

/// <summary>
/// Runs the workflows of one app. Everything that happens is first written, then acted upon; under one lock, because each
/// step is a few memory operations and one short transaction. Nothing here polls: work goes out the moment it is there.
/// </summary>
internal sealed partial class WorkflowEngine : IDisposable
{
    /// <summary>Pause before something is tried again: a turn whose answer could not be carried out, a timer that could not be written.</summary>
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan SweepAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly string appId;
    private readonly WorkflowStore store;
    private readonly WorkflowCatalog catalog;
    private readonly WorkflowLimits limits;
    private readonly TimeProvider clock;
    private readonly ILogger<WorkflowEngine> logger;
    private readonly WorkDispatcher dispatcher;
    private readonly ActivityBoard activities;
    private readonly TimerQueue<WorkflowTimer> timers;
    private readonly TimerQueue<ActivityResponse> unwritten;
    private readonly ExpirySweep sweep;
    private readonly RecordCache records;
    private readonly Dictionary<string, WorkflowInstance> running = [];
    private bool isDisposed;

    /// <summary>Finds what was under way and makes it ready for the first worker.</summary>
    public WorkflowEngine(string appId, WorkflowStore store, WorkflowCatalog catalog, WorkflowLimits limits, TimeProvider clock, ILogger<WorkflowEngine> logger)
    {
        (this.appId, this.store, this.catalog, this.limits, this.clock, this.logger) = (appId, store, catalog, limits, clock, logger);
        dispatcher = new WorkDispatcher(limits);
        activities = new ActivityBoard(dispatcher);
        records = new RecordCache(limits.RecordSize);
        timers = new TimerQueue<WorkflowTimer>(clock, FireTimers);
        unwritten = new TimerQueue<ActivityResponse>(clock, WriteAnswers);
        sweep = new ExpirySweep(clock, RemoveExpired);
        Resume();
    }

    /// <summary>How many workers have their stream open.</summary>
    public int ConnectedWorkers
    {
        get { lock (gate) return dispatcher.Workers; }
    }

    /// <summary>How many instances have their history in memory.</summary>
    public int RecordsInMemory
    {
        get { lock (gate) return running.Values.Count(instance => instance.Record is not null); }
    }

    public void Dispose()
    {
        // A timer's callback works under the lock; behind it the database may go.
        lock (gate) isDisposed = true;
        timers.Dispose();
        unwritten.Dispose();
        sweep.Dispose();
    }

    private void Resume()
    {
        lock (gate)
        {
            foreach (var instance in store.Open()) running[instance.Id] = instance;
            foreach (var (id, created) in store.Timers())
                if (running.TryGetValue(id, out var instance)) Arm(instance, created);
            var pending = store.Activities();
            pending.ForEach(activities.Add);
            foreach (var instance in running.Values) TakeTurn(instance);
            sweep.Expect(catalog.NextExpiry());
            if (running.Count > 0) LogResumed(appId, running.Count, pending.Count);
        }
    }

    /// <summary>Gives the instance its next turn, if it is due one and has none.</summary>
    private void TakeTurn(WorkflowInstance instance)
    {
        if (instance.Turn is not null || instance.Unseen == 0) return;
        if (instance.Status == OrchestrationStatus.Pending && RecordOf(instance).Started?.ScheduledStartTimestamp?.ToDateTimeOffset() is { } start && start > clock.GetUtcNow())
        {
            timers.Add(new WorkflowTimer(instance.Id, instance.ExecutionId), start);
            return;
        }

        instance.Turn = new Turn(instance, RequestOfTurn);
        dispatcher.Add(instance.Turn);
    }

    /// <summary>What a worker is to be sent for the instance's turn; null when it has to wait.</summary>
    private WorkflowRequest? RequestOfTurn(WorkflowInstance instance)
    {
        var request = RequestOf(instance);
        if (RecordOf(instance).Size <= limits.MessageSize) return request;
        Stall(instance, HistoryEvents.TooLarge("next turn", request.CalculateSize(), limits.MessageSize));
        return null;
    }

    private WorkflowRequest RequestOf(WorkflowInstance instance)
    {
        var record = RecordOf(instance);
        var request = new WorkflowRequest { InstanceId = instance.Id };
        request.PastEvents.AddRange(record.History);
        // After a continue-as-new the beginning of the turn is part of what was carried over.
        if (record.Inbox[0].Event.WorkflowStarted is null) request.NewEvents.Add(HistoryEvents.WorkflowStarted(clock.GetUtcNow()));
        request.NewEvents.AddRange(record.Inbox.Select(item => item.Event));
        return request;
    }

    private InstanceRecord RecordOf(WorkflowInstance instance)
    {
        instance.Record ??= store.Load(instance.Id);
        records.Keep(instance);
        return instance.Record!;
    }

    private void Receive(WorkflowInstance instance, long seq, HistoryEvent item)
    {
        instance.Unseen++;
        instance.Record?.Receive(new InboxEvent(seq, item));
        TakeTurn(instance);
    }

    private void Arm(WorkflowInstance instance, HistoryEvent timer) => timers.Add(
        new WorkflowTimer(instance.Id, instance.ExecutionId, timer.EventId, timer.TimerCreated.FireAt), timer.TimerCreated.FireAt.ToDateTimeOffset());

    private void FireTimers()
    {
        lock (gate)
        {
            if (isDisposed) return;
            foreach (var timer in timers.TakeDue())
            {
                try
                {
                    Fire(timer);
                }
                catch (SqliteException e)
                {
                    LogTimerNotWritten(e, timer.InstanceId, RepeatAfter);
                    timers.Add(timer, clock.GetUtcNow() + RepeatAfter);
                }
            }
        }
    }

    private void Fire(WorkflowTimer timer)
    {
        if (!running.TryGetValue(timer.InstanceId, out var instance) || instance.ExecutionId != timer.ExecutionId) return;
        if (timer is not { TimerId: { } id, FireAt: { } fireAt })
        {
            TakeTurn(instance);
            return;
        }

        var fired = HistoryEvents.TimerFired(id, fireAt, clock.GetUtcNow());
        if (store.Fire(instance.Id, id, fired) is { } seq) Receive(instance, seq, fired);
    }

    private void RemoveExpired()
    {
        while (RemoveExpiredBatch())
        {
            // Between two batches the lock is free for others.
        }
    }

    /// <summary>False when nothing is left to remove now.</summary>
    private bool RemoveExpiredBatch()
    {
        lock (gate)
        {
            if (isDisposed) return false;
            try
            {
                var removed = catalog.PurgeExpired(clock.GetUtcNow());
                removed.ForEach(activities.Forget);
                if (removed.Count > 0) return true;
                sweep.Restart(catalog.NextExpiry());
            }
            catch (SqliteException e)
            {
                LogSweepFailed(e);
                sweep.Restart(clock.GetUtcNow() + SweepAgainAfter);
            }

            return false;
        }
    }
}
