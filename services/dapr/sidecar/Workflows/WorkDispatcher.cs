namespace Athene.Sidecar.Workflows;

/// <summary>Gives work to workers. Not thread-safe: the engine calls it under its lock.</summary>
internal sealed class WorkDispatcher
{
    private readonly List<WorkerConnection> workers = [];
    private readonly HashSet<Work> open = [];
    private TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Workers => workers.Count;

    /// <summary>Completes when there is a worker.</summary>
    public Task WhenConnected => connected.Task;

    public void Connect(WorkerConnection worker)
    {
        workers.Add(worker);
        connected.TrySetResult();
        foreach (var work in open.Where(work => work.Worker is null)) Assign(work);
    }

    /// <summary>The worker has gone; what it had goes to another at once, or waits for the next.</summary>
    public void Disconnect(WorkerConnection worker)
    {
        workers.Remove(worker);
        if (workers.Count == 0) connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var work in open.Where(work => work.Worker == worker)) Assign(work);
    }

    public void Add(Work work)
    {
        open.Add(work);
        Assign(work);
    }

    public void Remove(Work work) => open.Remove(work);

    private void Assign(Work work)
    {
        // The newest: an older stream may belong to a process that is dead and not yet noticed.
        work.Worker = workers.Count > 0 ? workers[^1] : null;
        work.Worker?.Send(work.Item);
    }
}
