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
        EnsureFits(item, $"start of workflow '{request.Name}'");
        lock (gate)
        {
            if (running.ContainsKey(id)) throw WorkflowException.AlreadyRunning(id);
            var seq = store.Create(WorkflowStore.Pending(id, started), item);
            var instance = running[id] = WorkflowInstance.Begin(id, started);
            Receive(instance, seq, item);
            return id;
        }
    }

    /// <summary>Waits until the first turn of an instance has been answered.</summary>
    public Task<WorkflowState> WhenStartedAsync(string id, CancellationToken cancellationToken) =>
        WhenAsync(id, status => status != OrchestrationStatus.Pending, cancellationToken);

    /// <summary>Waits until a worker is there.</summary>
    public Task WhenWorkerConnectedAsync(CancellationToken cancellationToken)
    {
        lock (gate) return dispatcher.WhenConnected.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until the status of an instance is as asked for, and returns its state.</summary>
    /// <exception cref="WorkflowException">There is no such instance (any more).</exception>
    public async Task<WorkflowState> WhenAsync(string id, Func<OrchestrationStatus, bool> isReached, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (gate)
            {
                if (!running.TryGetValue(id, out var instance) || isReached(instance.Status))
                    return catalog.Find(id) is { } state && isReached(state.WorkflowStatus) ? state : throw WorkflowException.NoSuchInstance();
                if (instance.Status == OrchestrationStatus.Pending && instance.Repetitions >= StartRepetitions) throw WorkflowException.StartGivenUp();
                changed = instance.WhenChanged();
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public WorkflowState? Find(string id) => catalog.Find(id);

    /// <exception cref="WorkflowException">There is no such instance.</exception>
    public List<HistoryEvent> History(string id) => catalog.Find(id) is null ? throw WorkflowException.NoSuchInstance() : catalog.History(id);

    /// <summary>Ids in order, from behind <paramref name="after"/>.</summary>
    public List<string> Ids(string after, int limit) => catalog.Ids(after, limit);

    public void Raise(RaiseEventRequest request)
    {
        var item = HistoryEvents.At(clock.GetUtcNow());
        item.EventRaised = new EventRaisedEvent { Name = request.Name, Input = request.Input };
        EnsureFits(item, $"event '{request.Name}'");
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
        var state = catalog.Find(id) ?? throw WorkflowException.NoSuchInstance();
        if (!state.WorkflowStatus.IsFinished()) throw WorkflowException.NotCompleted();
        var children = recursive ? ChildrenOf(id) : [];
        if (!catalog.Purge(id)) throw WorkflowException.NotCompleted();
        Forget([id]);
        return 1 + children.Where(child => catalog.Find(child)?.WorkflowStatus.IsFinished() == true).Sum(child => Purge(child, recursive));
    }

    /// <summary>Removes the finished instances that the filter names; returns how many.</summary>
    public int Purge(PurgeInstanceFilter filter)
    {
        var purged = catalog.Purge(Milliseconds(filter.CreatedTimeFrom, long.MinValue), Milliseconds(filter.CreatedTimeTo, long.MaxValue), filter.RuntimeStatus);
        Forget(purged);
        return purged.Count;
    }

    /// <summary>Removes an instance and, if asked, its children, whatever they are doing; returns how many.</summary>
    /// <exception cref="WorkflowException">There is no such instance.</exception>
    public int PurgeByForce(string id, bool recursive)
    {
        if (catalog.Find(id) is null) throw WorkflowException.NoSuchInstance();
        var children = recursive ? ChildrenOf(id) : [];
        lock (gate)
        {
            catalog.PurgeByForce(id);
            activities.Forget(id);
            if (running.Remove(id, out var instance))
            {
                records.Forget(instance);
                if (instance.Turn is { } turn) dispatcher.Remove(turn);
                instance.SignalChange();
            }
        }

        return 1 + children.Where(child => catalog.Find(child) is not null).Sum(child => PurgeByForce(child, recursive));
    }

    private List<string> ChildrenOf(string id) => [.. catalog.History(id).Select(item => item.ChildWorkflowInstanceCreated?.InstanceId).OfType<string>()];

    private void Forget(List<string> ids)
    {
        lock (gate) ids.ForEach(activities.Forget);
    }

    /// <summary>Hands an instance an event. A finished one takes it without effect, as in Dapr; returns the place of the event, if it has one.</summary>
    private long? Post(string id, HistoryEvent item)
    {
        lock (gate)
        {
            if (!running.TryGetValue(id, out var instance)) return catalog.Find(id) is null ? throw WorkflowException.NoSuchInstance() : null;
            var seq = store.Append(id, item);
            Receive(instance, seq, item);
            if (item.ExecutionTerminated is not null && instance.Status == OrchestrationStatus.Stalled) EndStalled(instance);
            return seq;
        }
    }

    /// <summary>No worker can be sent the turn in which a stalled instance would end, so it ends without one.</summary>
    private void EndStalled(WorkflowInstance instance)
    {
        if (instance.Turn is { } waiting) dispatcher.Remove(waiting);
        var turn = instance.Turn = new Turn(instance, RequestOf);
        turn.Freeze();
        var end = new CompleteWorkflowAction { WorkflowStatus = OrchestrationStatus.Terminated };
        Apply(instance, turn, Read(instance, turn, new WorkflowResponse { InstanceId = instance.Id, Actions = { new WorkflowAction { CompleteWorkflow = end } } }));
        instance.SignalChange();
    }

    private void EnsureFits(HistoryEvent item, string what)
    {
        var size = item.CalculateSize();
        if (size > limits.MessageSize) throw WorkflowException.TooLarge(HistoryEvents.TooLarge(what, size, limits.MessageSize).ErrorMessage);
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
                if (!running.TryGetValue(id, out var instance) || instance.ConsumedSeq >= seq || dispatcher.Workers == 0 || instance.Status == OrchestrationStatus.Stalled) return;
                changed = instance.WhenChanged();
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static long Milliseconds(Timestamp? time, long otherwise) => time?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? otherwise;
}
