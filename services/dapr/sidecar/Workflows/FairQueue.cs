namespace Athene.Sidecar.Workflows;

/// <summary>Work that waits for a worker: instances take turns, so that one with thousands of activities does not hold up the others.</summary>
internal sealed class FairQueue
{
    private readonly Dictionary<string, Queue<Work>> instances = [];
    private readonly Queue<string> order = new();

    public void Add(Work work)
    {
        if (!instances.TryGetValue(work.InstanceId, out var queue))
        {
            instances[work.InstanceId] = queue = new Queue<Work>();
            order.Enqueue(work.InstanceId);
        }

        queue.Enqueue(work);
    }

    /// <summary>The next that is still wanted; null when there is none.</summary>
    public Work? Take()
    {
        while (order.TryDequeue(out var instanceId))
        {
            var queue = instances[instanceId];
            var work = queue.Dequeue();
            if (queue.Count > 0) order.Enqueue(instanceId);
            else instances.Remove(instanceId);
            if (!work.IsWithdrawn) return work;
        }

        return null;
    }
}
