namespace Athene.Sidecar.Workflows;

/// <summary>
/// Keeps the records of the instances that were used last, up to a total size; the others are read again when their turn
/// comes. So thousands of instances that wait cost next to nothing. Not thread-safe: the engine calls it under its lock.
/// </summary>
/// <param name="limit">The total size of what is kept, in bytes of <see cref="InstanceRecord.Size"/>.</param>
internal sealed class RecordCache(long limit)
{
    private readonly LinkedList<(WorkflowInstance Instance, long Size)> recent = new();
    private readonly Dictionary<string, LinkedListNode<(WorkflowInstance Instance, long Size)>> nodes = [];
    private long total;

    /// <summary>The instance's record has just been used or has grown.</summary>
    public void Keep(WorkflowInstance instance)
    {
        Forget(instance);
        var size = instance.Record?.Size ?? 0;
        nodes[instance.Id] = recent.AddFirst((instance, size));
        total += size;
        while (total > limit && recent.Last is { } oldest && oldest.Value.Instance != instance) Evict(oldest.Value.Instance);
    }

    public void Forget(WorkflowInstance instance)
    {
        if (!nodes.Remove(instance.Id, out var node)) return;
        recent.Remove(node);
        total -= node.Value.Size;
    }

    private void Evict(WorkflowInstance instance)
    {
        Forget(instance);
        // A turn under way needs its record when it is answered; it is kept again then.
        if (instance.Turn is null) instance.Record = null;
    }
}
