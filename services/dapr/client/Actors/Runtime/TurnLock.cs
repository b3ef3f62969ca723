namespace Athene.Dapr.Actors.Runtime;

/// <summary>
/// Lets one turn of an actor run at a time, and into it those that it is called back by. The sidecar does the same; but a turn
/// that outlives a sidecar must not meet a turn that the next one starts.
/// </summary>
internal sealed class TurnLock : IDisposable
{
    private readonly SemaphoreSlim free = new(1, 1);
    private readonly Lock gate = new();
    private string? runningChain;
    private int depth;

    /// <param name="chain">The chain of calls that the turn belongs to, or null if it cannot be called back.</param>
    public async Task<Turn> EnterAsync(string? chain, CancellationToken cancellationToken)
    {
        if (chain is not null && TryJoin(chain)) return new Turn(this, isNested: true);
        await free.WaitAsync(cancellationToken);
        lock (gate) (runningChain, depth) = (chain, 1);
        return new Turn(this, isNested: false);
    }

    public void Dispose() => free.Dispose();

    private bool TryJoin(string chain)
    {
        lock (gate)
        {
            if (depth == 0 || runningChain != chain) return false;
            depth++;
            return true;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--depth > 0) return;
            runningChain = null;
        }

        free.Release();
    }

    /// <summary>A turn that runs until it is disposed of.</summary>
    public sealed class Turn(TurnLock turns, bool isNested) : IDisposable
    {
        /// <summary>Whether it runs within another turn of the same actor.</summary>
        public bool IsNested => isNested;

        public void Dispose() => turns.Leave();
    }
}
