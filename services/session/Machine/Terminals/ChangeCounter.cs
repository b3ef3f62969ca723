namespace Athene.Session.Machine.Terminals;

/// <summary>Numbers changes, so that whoever waits for the next one misses none that came between two waits.</summary>
internal sealed class ChangeCounter
{
    private readonly Lock state = new();
    private TaskCompletionSource next = NewSignal();
    private long number;

    public void Next()
    {
        TaskCompletionSource reached;
        lock (state)
        {
            number++;
            (reached, next) = (next, NewSignal());
        }

        reached.SetResult();
    }

    /// <returns>The number of the last change, as soon as there is one after <paramref name="after"/> (null: after now).</returns>
    public async Task<long> AwaitAsync(long? after, CancellationToken cancellationToken)
    {
        Task coming;
        lock (state)
        {
            if (after is { } known && known != number) return number;
            coming = next.Task;
        }

        await coming.WaitAsync(cancellationToken);
        lock (state) return number;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
