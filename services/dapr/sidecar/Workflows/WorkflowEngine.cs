using Athene.Dapr.Protocol;
using Athene.Sidecar.Scheduling;

namespace Athene.Sidecar.Workflows;

/// <summary>
/// Runs the workflows of one app. Everything that happens is first written, then acted upon; under one lock, because each
/// step is a few memory operations and one short transaction. Nothing here polls: work goes out the moment it is there.
/// </summary>
internal sealed partial class WorkflowEngine : IDisposable
{
    private readonly Lock gate = new();
    private readonly string appId;
    private readonly WorkflowStore store;
    private readonly TimeProvider clock;
    private readonly ILogger<WorkflowEngine> logger;
    private readonly WorkDispatcher dispatcher = new();
    private readonly TimerQueue<WorkflowTimer> timers;
    private readonly Dictionary<string, WorkflowInstance> running = [];
    private readonly Dictionary<ActivityKey, PendingActivity> activities = [];

    /// <summary>Loads what was under way and makes it ready for the first worker.</summary>
    public WorkflowEngine(string appId, WorkflowStore store, TimeProvider clock, ILogger<WorkflowEngine> logger)
    {
        (this.appId, this.store, this.clock, this.logger) = (appId, store, clock, logger);
        timers = new TimerQueue<WorkflowTimer>(clock, FireTimers);
        Resume();
    }

    /// <summary>How many workers have their stream open.</summary>
    public int ConnectedWorkers
    {
        get { lock (gate) return dispatcher.Workers; }
    }

    public WorkerConnection Connect()
    {
        var worker = new WorkerConnection();
        lock (gate) dispatcher.Connect(worker);
        LogWorkerConnected(appId);
        return worker;
    }

    public void Disconnect(WorkerConnection worker)
    {
        lock (gate)
        {
            dispatcher.Disconnect(worker);
            // Whoever waits for a turn may have to learn that nobody is left to take it.
            foreach (var instance in running.Values) instance.SignalChange();
        }

        LogWorkerDisconnected(appId);
    }

    public void Dispose() => timers.Dispose();

    private void Resume()
    {
        lock (gate)
        {
            var (instances, pending) = store.Load();
            foreach (var activity in pending)
            {
                activities[activity.Key] = activity;
                dispatcher.Add(activity);
            }

            foreach (var instance in instances)
            {
                running[instance.Id] = instance;
                foreach (var timer in instance.Timers.Values) Arm(instance, timer);
                TakeTurn(instance);
            }

            if (instances.Count > 0) LogResumed(appId, instances.Count, pending.Count);
        }
    }

    /// <summary>Gives the instance its next turn, if it is due one and has none.</summary>
    private void TakeTurn(WorkflowInstance instance)
    {
        if (instance.Turn is not null || instance.Inbox.Count == 0) return;
        var now = clock.GetUtcNow();
        if (instance.History.Count == 0 && instance.Started?.ScheduledStartTimestamp?.ToDateTimeOffset() is { } start && start > now)
        {
            timers.Add(new WorkflowTimer(instance.Id, instance.ExecutionId, null), start);
            return;
        }

        var request = new WorkflowRequest { InstanceId = instance.Id };
        request.PastEvents.AddRange(instance.History);
        // After a continue-as-new the beginning of the turn is part of what was carried over.
        if (instance.Inbox[0].Event.WorkflowStarted is null) request.NewEvents.Add(HistoryEvents.WorkflowStarted(now));
        request.NewEvents.AddRange(instance.Inbox.Select(item => item.Event));
        instance.Turn = new Turn(request, instance.Inbox[^1].Seq);
        dispatcher.Add(instance.Turn);
    }

    private void Receive(WorkflowInstance instance, long seq, HistoryEvent item)
    {
        instance.Inbox.Add(new InboxEvent(seq, item));
        TakeTurn(instance);
    }

    private void Arm(WorkflowInstance instance, HistoryEvent timer)
    {
        instance.Timers[timer.EventId] = timer;
        timers.Add(new WorkflowTimer(instance.Id, instance.ExecutionId, timer.EventId), timer.TimerCreated.FireAt.ToDateTimeOffset());
    }

    private void FireTimers()
    {
        lock (gate)
        {
            foreach (var timer in timers.TakeDue())
            {
                if (!running.TryGetValue(timer.InstanceId, out var instance) || instance.ExecutionId != timer.ExecutionId) continue;
                if (timer.TimerId is not { } id) TakeTurn(instance);
                else if (instance.Timers.Remove(id, out var created))
                {
                    var fired = HistoryEvents.TimerFired(created, clock.GetUtcNow());
                    Receive(instance, store.Fire(instance.Id, id, fired), fired);
                }
            }
        }
    }
}
