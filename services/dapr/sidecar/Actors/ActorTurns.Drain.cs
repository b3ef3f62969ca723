namespace Athene.Sidecar.Actors;

internal sealed partial class ActorTurns
{
    /// <summary>System timers do not reach as far as an app's time-out may.</summary>
    private static readonly TimeSpan LongestPatience = TimeSpan.FromDays(1);

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
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, PatienceWith(host.Settings), Timeout.InfiniteTimeSpan);
        try
        {
            if (!active.Turns.TryEnter() && !await active.Turns.EnterAsync(by: null, maxDepth: 1, limit.Token)) return;
        }
        catch (OperationCanceledException)
        {
            LogNotDrained(active.Key);
            return;
        }

        await DeactivateAsync(active, cancellationToken);
        active.Turns.Leave();
    }

    private static TimeSpan PatienceWith(ActorTypeSettings settings)
    {
        if (!settings.DrainRebalancedActors) return TimeSpan.Zero;
        return settings.DrainOngoingCallTimeout < LongestPatience ? settings.DrainOngoingCallTimeout : LongestPatience;
    }
}
