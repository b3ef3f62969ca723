namespace Athene.Dapr.Workflow.Worker;

/// <summary>Counts what is under way, and lets a worker that stops wait for it.</summary>
internal sealed class Drain
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private bool isClosed;

    /// <summary>Begins something; false when nothing new may begin.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (isClosed) return false;
            count++;
            return true;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            count--;
            if (isClosed && count == 0) empty.TrySetResult();
        }
    }

    /// <summary>Lets nothing new begin; completes when the last has left.</summary>
    public Task CloseAsync()
    {
        lock (gate)
        {
            isClosed = true;
            if (count == 0) empty.TrySetResult();
            return empty.Task;
        }
    }
}
