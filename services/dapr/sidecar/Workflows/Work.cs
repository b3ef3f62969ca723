using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>Something for a worker to do. It is with at most one worker at a time, and goes to the next when that one leaves.</summary>
internal abstract class Work(WorkItem item)
{
    public WorkItem Item { get; } = item;

    /// <summary>Who has it; null while nobody is there.</summary>
    public WorkerConnection? Worker { get; set; }
}
