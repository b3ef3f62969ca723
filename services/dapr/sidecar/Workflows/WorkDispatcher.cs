namespace Athene.Sidecar.Workflows;

/// <summary>Gives work to workers. Not thread-safe: the engine calls it under its lock.</summary>
internal sealed class WorkDispatcher(WorkflowLimits limits)
{
    private readonly List<WorkerConnection> workers = [];
    private readonly WorkLane turns = new(limits.Turns);
    private readonly WorkLane activities = new(limits.Activities);
    private TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Workers => workers.Count;

    /// <summary>Completes when there is a worker.</summary>
    public Task WhenConnected => connected.Task;

    public void Connect(WorkerConnection worker)
    {
        workers.Add(worker);
        connected.TrySetResult();
        SendAll();
    }

    /// <summary>The worker has gone; returns what it had, which is to be added again if it is still wanted.</summary>
    public List<Work> Disconnect(WorkerConnection worker)
    {
        workers.Remove(worker);
        if (workers.Count == 0) connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return [.. turns.TakeBack(worker), .. activities.TakeBack(worker)];
    }

    public void Add(Work work)
    {
        var lane = LaneOf(work);
        lane.Add(work);
        if (Newest is { } worker) lane.SendTo(worker);
    }

    /// <summary>A worker has it, and is to get it once more.</summary>
    public void SendAgain(Work work)
    {
        LaneOf(work).Remove(work);
        work.IsWithdrawn = false;
        Add(work);
    }

    public void Remove(Work work)
    {
        var lane = LaneOf(work);
        lane.Remove(work);
        if (Newest is { } worker) lane.SendTo(worker);
    }

    /// <summary>The newest takes everything: an older stream may belong to a process that is dead and not yet noticed.</summary>
    private WorkerConnection? Newest => workers.Count > 0 ? workers[^1] : null;

    private void SendAll()
    {
        if (Newest is not { } worker) return;
        turns.SendTo(worker);
        activities.SendTo(worker);
    }

    private WorkLane LaneOf(Work work) => work is Turn ? turns : activities;
}
