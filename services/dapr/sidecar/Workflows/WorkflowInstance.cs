using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>
/// An instance that has not finished. While nothing happens to it this is all that memory holds of it; its
/// <see cref="Record"/> is read when its next turn comes. Only the engine touches it, under its lock.
/// </summary>
internal sealed class WorkflowInstance(string id, string executionId, OrchestrationStatus status)
{
    private TaskCompletionSource? changed;

    /// <summary>A new instance, whose first event is yet to come in.</summary>
    public static WorkflowInstance Begin(string id, ExecutionStartedEvent started) =>
        new(id, started.WorkflowInstance.ExecutionId, OrchestrationStatus.Pending) { Record = new InstanceRecord([], []) };

    public string Id => id;

    public string ExecutionId { get; set; } = executionId;

    /// <summary>As of the last turn.</summary>
    public OrchestrationStatus Status { get; set; } = status;

    /// <summary>How many inbox events no turn has taken in yet.</summary>
    public int Unseen { get; set; }

    /// <summary>History and inbox; null while only the store has them.</summary>
    public InstanceRecord? Record { get; set; }

    /// <summary>The turn that a worker has, or is to get; null between turns.</summary>
    public Turn? Turn { get; set; }

    /// <summary>Whether an answer to an earlier turn may still come: that turn was sent more than once, or by a sidecar before this one.</summary>
    public bool HasStrayCopies { get; set; }

    /// <summary>The last inbox event that a turn has taken in.</summary>
    public long ConsumedSeq { get; set; }

    /// <summary>How often the present turn had to be repeated because its answer could not be carried out.</summary>
    public int Repetitions { get; set; }

    /// <summary>Completes at the next change of anything above.</summary>
    public Task WhenChanged() => (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void SignalChange()
    {
        changed?.SetResult();
        changed = null;
    }
}
