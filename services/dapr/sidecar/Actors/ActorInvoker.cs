namespace Athene.Sidecar.Actors;

/// <summary>Calls of actors, whichever API they come from.</summary>
internal sealed class ActorInvoker(ActorTurns turns, ActorAppClient client)
{
    /// <summary>Calls a method in the actor's turn. The caller may leave while it waits for the turn; once that has begun it is carried through.</summary>
    /// <exception cref="ActorException">The actor could not be called, or did not answer 200.</exception>
    public async Task<ActorAnswer> InvokeAsync(ActorCall call, CancellationToken cancellationToken)
    {
        var turn = await turns.BeginAsync(call.Actor, ChainOf(call), cancellationToken);
        try
        {
            return await client.InvokeAsync(turn, call);
        }
        catch (ActorException e) when (turn.Host.App != call.Caller)
        {
            // What a call through another sidecar adds in Dapr.
            throw new ActorException(e.Fault, $"rpc error: code = Internal desc = error invoke actor method: {e.Message}");
        }
        finally
        {
            turns.End(turn);
        }
    }

    private static string? ChainOf(ActorCall call)
    {
        foreach (var (name, values) in call.Headers)
            if (name.Equals(ActorCall.ReentrancyHeader, StringComparison.OrdinalIgnoreCase) && values.ToString() is { Length: > 0 } chain) return chain;
        return null;
    }
}
