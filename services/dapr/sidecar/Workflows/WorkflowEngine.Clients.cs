using Athene.Dapr.Protocol;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows;

/// <summary>What clients ask of the engine.</summary>
internal sealed partial class WorkflowEngine
{
    /// <summary>After so many repetitions of the first turn a start is reported as failed (the instance stays and goes on trying).</summary>
    private const int StartRepetitions = 10;

    /// <summary>Creates an instance; it is stored when this returns. An empty id gets a new one.</summary>
    /// <exception cref="WorkflowException">An instance of that id has not finished.</exception>
    public string Create(CreateInstanceRequest request)
    {
        var id = request.InstanceId.Length > 0 ? request.InstanceId : Guid.NewGuid().ToString();
        var executionId = request.ExecutionId is { Length: > 0 } given ? given : Guid.NewGuid().ToString();
        lock (gate)
        {
            if (running.ContainsKey(id)) throw WorkflowException.AlreadyRunning(id);
            var started = new ExecutionStartedEvent
            {
                Name = request.Name,
                Version = request.Version,
                Input = request.Input,
                WorkflowInstance = new Dapr.Protocol.WorkflowInstance { InstanceId = id, ExecutionId = executionId },
                ScheduledStartTimestamp = request.ScheduledStartTimestamp,
                ParentTraceContext = request.ParentTraceContext,
            };
            started.Tags.Add(request.Tags);
            var item = HistoryEvents.ExecutionStarted(appId, started, clock.GetUtcNow());
            var instance = running[id] = new WorkflowInstance(WorkflowStore.PendingState(id), executionId);
            Receive(instance, store.Create(instance.State, item), item);
            return id;
        }
    }

    /// <summary>Waits until the first turn of an instance has been answered.</summary>
    public Task<WorkflowState> WhenStartedAsync(string id, CancellationToken cancellationToken) =>
        WhenAsync(id, state => state.WorkflowStatus != OrchestrationStatus.Pending, cancellationToken);

    /// <summary>Waits until a worker is there.</summary>
    public Task WhenWorkerConnectedAsync(CancellationToken cancellationToken)
    {
        lock (gate) return dispatcher.WhenConnected.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until the state of an instance is as asked for, and returns it.</summary>
    /// <exception cref="WorkflowException">There is no such instance (any more).</exception>
    public async Task<WorkflowState> WhenAsync(string id, Func<WorkflowState, bool> isReached, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (gate)
            {
                var state = FindState(id) ?? throw WorkflowException.NoSuchInstance();
                if (isReached(state)) return state;
                if (!running.TryGetValue(id, out var instance)) throw WorkflowException.NoSuchInstance();
                if (state.WorkflowStatus == OrchestrationStatus.Pending && instance.Repetitions >= StartRepetitions) throw WorkflowException.StartGivenUp();
                changed = instance.Changed;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public WorkflowState? Find(string id)
    {
        lock (gate) return FindState(id);
    }

    /// <exception cref="WorkflowException">There is no such instance.</exception>
    public List<HistoryEvent> History(string id)
    {
        lock (gate) return FindState(id) is null ? throw WorkflowException.NoSuchInstance() : store.History(id);
    }

    public List<string> Ids(int offset, int limit) => store.Ids(offset, limit);

    public void Raise(RaiseEventRequest request)
    {
        var item = HistoryEvents.At(clock.GetUtcNow());
        item.EventRaised = new EventRaisedEvent { Name = request.Name, Input = request.Input };
        Post(request.InstanceId, item);
    }

    public Task TerminateAsync(TerminateRequest request, CancellationToken cancellationToken) =>
        PostAndSettleAsync(request.InstanceId, HistoryEvents.Terminated(request.Output, request.Recursive, clock.GetUtcNow()), cancellationToken);

    public Task SuspendAsync(SuspendRequest request, CancellationToken cancellationToken)
    {
        var item = HistoryEvents.At(clock.GetUtcNow());
        item.ExecutionSuspended = new ExecutionSuspendedEvent { Input = request.Reason };
        return PostAndSettleAsync(request.InstanceId, item, cancellationToken);
    }

    public Task ResumeAsync(ResumeRequest request, CancellationToken cancellationToken)
    {
        var item = HistoryEvents.At(clock.GetUtcNow());
        item.ExecutionResumed = new ExecutionResumedEvent { Input = request.Reason };
        return PostAndSettleAsync(request.InstanceId, item, cancellationToken);
    }

    /// <summary>Removes a finished instance and, if asked, its finished children; returns how many.</summary>
    /// <exception cref="WorkflowException">There is no such instance, or it has not finished.</exception>
    public int Purge(string id, bool recursive)
    {
        lock (gate)
        {
            var state = FindState(id) ?? throw WorkflowException.NoSuchInstance();
            if (!state.WorkflowStatus.IsFinished()) throw WorkflowException.NotCompleted();
            var children = recursive ? store.History(id).Select(item => item.ChildWorkflowInstanceCreated?.InstanceId).OfType<string>().ToList() : [];
            Remove(id);
            return 1 + children.Where(child => FindState(child)?.WorkflowStatus.IsFinished() == true).Sum(child => Purge(child, recursive));
        }
    }

    /// <summary>Removes the finished instances that the filter names; returns how many.</summary>
    public int Purge(PurgeInstanceFilter filter)
    {
        lock (gate)
        {
            var ids = store.FinishedIds(Milliseconds(filter.CreatedTimeFrom, long.MinValue), Milliseconds(filter.CreatedTimeTo, long.MaxValue), long.MaxValue)
                .Where(id => filter.RuntimeStatus.Count == 0 || filter.RuntimeStatus.Contains(FindState(id)!.WorkflowStatus))
                .ToList();
            ids.ForEach(Remove);
            return ids.Count;
        }
    }

    /// <summary>Removes the instances that finished before <paramref name="limit"/>; returns how many.</summary>
    public int PurgeFinishedBefore(DateTimeOffset limit)
    {
        lock (gate)
        {
            var ids = store.FinishedIds(long.MinValue, long.MaxValue, limit.ToUnixTimeMilliseconds());
            ids.ForEach(Remove);
            return ids.Count;
        }
    }

    private void Remove(string id)
    {
        store.Purge(id);
        foreach (var key in activities.Keys.Where(key => key.InstanceId == id).ToList())
            if (activities.Remove(key, out var activity)) dispatcher.Remove(activity);
    }

    /// <summary>Hands an instance an event. A finished one takes it without effect, as in Dapr; returns the place of the event, if it has one.</summary>
    private long? Post(string id, HistoryEvent item)
    {
        lock (gate)
        {
            if (running.TryGetValue(id, out var instance))
            {
                var seq = store.Append(id, item);
                Receive(instance, seq, item);
                return seq;
            }

            return store.Find(id) is null ? throw WorkflowException.NoSuchInstance() : null;
        }
    }

    /// <summary>Posts and, when there is a worker, waits until the workflow has seen it.</summary>
    private async Task PostAndSettleAsync(string id, HistoryEvent item, CancellationToken cancellationToken)
    {
        if (Post(id, item) is not { } seq) return;
        while (true)
        {
            Task changed;
            lock (gate)
            {
                if (!running.TryGetValue(id, out var instance) || instance.ConsumedSeq >= seq || dispatcher.Workers == 0) return;
                changed = instance.Changed;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private WorkflowState? FindState(string id) => running.TryGetValue(id, out var instance) ? instance.State : store.Find(id);

    private static long Milliseconds(Timestamp? time, long otherwise) => time?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? otherwise;
}
