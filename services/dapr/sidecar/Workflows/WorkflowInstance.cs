using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>An instance that has not finished, in memory. Only the engine touches it, under its lock.</summary>
internal sealed class WorkflowInstance(WorkflowState state, string executionId)
{
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => State.InstanceId;

    /// <summary>As of the last turn.</summary>
    public WorkflowState State { get; set; } = state;

    public string ExecutionId { get; set; } = executionId;

    public List<HistoryEvent> History { get; } = [];

    public List<InboxEvent> Inbox { get; } = [];

    /// <summary>Timers that have not fired, by id.</summary>
    public Dictionary<int, HistoryEvent> Timers { get; } = [];

    /// <summary>The turn that a worker has, or is to get; null between turns.</summary>
    public Turn? Turn { get; set; }

    /// <summary>The last inbox event that a turn has taken in.</summary>
    public long ConsumedSeq { get; set; }

    /// <summary>How often the present turn had to be repeated because its answer could not be carried out.</summary>
    public int Repetitions { get; set; }

    /// <summary>Completes at the next change of anything above.</summary>
    public Task Changed => changed.Task;

    public void SignalChange()
    {
        var before = changed;
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.SetResult();
    }

    /// <summary>How the present execution began; null when it was never written, which cannot happen to a stored instance.</summary>
    public ExecutionStartedEvent? Started =>
        History.FirstOrDefault(item => item.ExecutionStarted is not null)?.ExecutionStarted
        ?? Inbox.FirstOrDefault(item => item.Event.ExecutionStarted is not null).Event?.ExecutionStarted;
}
