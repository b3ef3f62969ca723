using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>Something for a worker to do. It is with at most one worker at a time, and goes to the next when that one leaves.</summary>
internal abstract class Work(string instanceId)
{
    public string InstanceId => instanceId;

    /// <summary>Who has it; null while it waits.</summary>
    public WorkerConnection? Worker { get; set; }

    /// <summary>Nobody wants it done any more; a queue that holds it skips it.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>The message to send now; null when there is nothing to send after all.</summary>
    public abstract WorkItem? Prepare();
}
