namespace Athene.Sidecar.Actors;

internal sealed partial class ActorTurns
{
    /// <summary>Deactivates every actor once the calls that it has been given are done. From now on no actor becomes active any more.</summary>
    /// <param name="cancellationToken">The end of patience, whatever the actors' own drain time-outs are.</param>
    public Task DrainAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        return Task.WhenAll(actors.Values.Select(active => DrainAsync(active, cancellationToken)));
    }

    private async Task DrainAsync(ActiveActor active, CancellationToken cancellationToken)
    {
        if (active.Host is not { } host) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, host.Settings.DrainRebalancedActors ? host.Settings.DrainOngoingCallTimeout : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        try
        {
            if (!await active.Turns.EnterAsync(by: null, maxDepth: 1, limit.Token)) return;
        }
        catch (OperationCanceledException)
        {
            LogNotDrained(active.Key);
            return;
        }

        await DeactivateAsync(active, cancellationToken);
        active.Turns.Leave();
    }
}
