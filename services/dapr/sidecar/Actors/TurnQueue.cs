namespace Athene.Sidecar.Actors;

/// <summary>
/// Lets one call into an actor at a time, in the order of arrival. Calls of one chain count as one: while a call of the chain is
/// in, the others of it enter at once, because the first may be waiting for them.
/// </summary>
internal sealed class TurnQueue
{
    private readonly Lock gate = new();
    private readonly LinkedList<Waiter> waiting = [];
    private string? chain;
    private int depth;
    private bool isRetired;

    /// <summary>Whether a turn is under way.</summary>
    public bool IsHeld
    {
        get { lock (gate) return depth > 0; }
    }

    /// <summary>Waits for the turn; false when the queue has been retired, and the actor has to be looked up again.</summary>
    /// <param name="by">The chain of calls; null for a call that nothing else may join.</param>
    /// <param name="maxDepth">How many calls of the chain may be in at once.</param>
    /// <exception cref="ActorException">The chain is in too often already.</exception>
    public ValueTask<bool> EnterAsync(string? by, int maxDepth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (isRetired) return ValueTask.FromResult(false);
            if (depth == 0)
            {
                (chain, depth) = (by, 1);
                return ValueTask.FromResult(true);
            }

            if (by is not null && by == chain)
            {
                if (depth >= maxDepth) throw ActorException.StackDepth();
                depth++;
                return ValueTask.FromResult(true);
            }

            var waiter = new Waiter(by);
            return new ValueTask<bool>(WaitAsync(waiter, waiting.AddLast(waiter), cancellationToken));
        }
    }

    /// <summary>Enters only if nobody is in or waits.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (isRetired || depth > 0) return false;
            (chain, depth) = (null, 1);
            return true;
        }
    }

    /// <summary>Ends a turn; when it was the last of its chain, the next in the queue begins.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--depth > 0) return;
            chain = null;
            if (waiting.First is not { } next) return;
            waiting.RemoveFirst();
            chain = next.Value.Chain;
            Admit(next.Value);
            if (chain is not null) AdmitRestOfChain();
        }
    }

    /// <summary>Closes the queue for good if nobody is in or waits.</summary>
    public bool TryRetire()
    {
        lock (gate) return isRetired = depth == 0;
    }

    private void AdmitRestOfChain()
    {
        for (var node = waiting.First; node is not null;)
        {
            var following = node.Next;
            if (node.Value.Chain == chain)
            {
                waiting.Remove(node);
                Admit(node.Value);
            }

            node = following;
        }
    }

    private void Admit(Waiter waiter)
    {
        depth++;
        waiter.SetResult(true);
    }

    private async Task<bool> WaitAsync(Waiter waiter, LinkedListNode<Waiter> node, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(_ =>
        {
            lock (gate)
            {
                if (node.List is null) return;
                waiting.Remove(node);
            }

            waiter.SetCanceled(cancellationToken);
        }, null);
        return await waiter.Task;
    }

    private sealed class Waiter(string? chain) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public string? Chain => chain;
    }
}
