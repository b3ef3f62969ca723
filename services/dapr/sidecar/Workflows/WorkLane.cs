namespace Athene.Sidecar.Workflows;

/// <summary>One kind of work: what waits, and what workers have.</summary>
/// <param name="limit">How much workers may have at once.</param>
internal sealed class WorkLane(int limit)
{
    private readonly FairQueue waiting = new();
    // Kept in the order of sending, which is the order of sending again.
    private readonly LinkedList<Work> sent = new();
    private readonly Dictionary<Work, LinkedListNode<Work>> nodes = [];

    public void Add(Work work) => waiting.Add(work);

    /// <summary>Sends as much as the limit lets.</summary>
    public void SendTo(WorkerConnection worker)
    {
        while (sent.Count < limit && waiting.Take() is { } work)
        {
            if (work.Prepare() is not { } item) continue;
            work.Worker = worker;
            nodes[work] = sent.AddLast(work);
            worker.Send(item);
        }
    }

    /// <summary>Done, or not wanted any more.</summary>
    public void Remove(Work work)
    {
        work.IsWithdrawn = true;
        work.Worker = null;
        if (nodes.Remove(work, out var node)) sent.Remove(node);
    }

    /// <summary>Takes back everything that a worker had.</summary>
    public List<Work> TakeBack(WorkerConnection worker)
    {
        var returned = sent.Where(work => work.Worker == worker).ToList();
        foreach (var work in returned)
        {
            sent.Remove(nodes[work]);
            nodes.Remove(work);
            work.Worker = null;
        }

        return returned;
    }
}
