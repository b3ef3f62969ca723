using System.Collections.Concurrent;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Scheduling;

namespace Athene.Sidecar.Actors;

/// <summary>
/// Gives turns: one at a time for each actor, in the order of arrival, wherever they come from. An actor becomes active with its
/// first turn on a host and stays so until it has been idle long enough, its app goes, or the sidecar stops.
/// </summary>
internal sealed partial class ActorTurns : IDisposable
{
    /// <summary>How soon an actor that was busy is looked at again.</summary>
    private static readonly TimeSpan ShortestLook = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ActorKey, ActiveActor> actors = [];
    private readonly ActorPlacement placement;
    private readonly ActorAppClient client;
    private readonly TimeProvider clock;
    private readonly ILogger<ActorTurns> logger;
    private readonly TimerQueue<ActiveActor> idling;
    private volatile bool isStopping;

    public ActorTurns(ActorPlacement placement, ActorAppClient client, TimeProvider clock, ILogger<ActorTurns> logger)
    {
        (this.placement, this.client, this.clock, this.logger) = (placement, client, clock, logger);
        idling = new TimerQueue<ActiveActor>(clock, LookForIdle);
    }

    /// <summary>Raised with an actor that is no longer active.</summary>
    public event Action<ActorKey> Deactivated = _ => { };

    /// <summary>Whether the actor is active on the app.</summary>
    public bool IsActive(ActorKey actor, HostedApp app) =>
        actors.TryGetValue(actor, out var active) && active.Host is { } host && host.App == app && (host == placement.HostOf(actor.Type) || active.Turns.IsHeld);

    /// <summary>How many actors of each of its types are active on the app.</summary>
    public IEnumerable<KeyValuePair<string, int>> CountsOf(HostedApp app)
    {
        var counts = actors.Values.Where(active => IsActive(active.Key, app)).CountBy(active => active.Key.Type).ToDictionary();
        return placement.TypesOf(app).Select(type => KeyValuePair.Create(type, counts.GetValueOrDefault(type)));
    }

    /// <summary>Waits for the actor's turn, which lasts until <see cref="End"/>.</summary>
    /// <param name="chain">The chain of calls that this one belongs to; null for a new one.</param>
    /// <exception cref="ActorException">Nobody hosts the actor, its chain is too deep, or the sidecar is stopping.</exception>
    public async ValueTask<ActorTurn> BeginAsync(ActorKey actor, string? chain, CancellationToken cancellationToken)
    {
        while (true)
        {
            var settings = (await placement.WhenHostedAsync(actor, cancellationToken)).Settings;
            var by = settings.IsReentrant ? chain ?? Guid.NewGuid().ToString() : null;
            var active = actors.GetOrAdd(actor, static key => new ActiveActor(key));
            if (!await active.Turns.EnterAsync(by, settings.MaxStackDepth, cancellationToken)) continue;
            try
            {
                if (isStopping && active.Host is null) throw ActorException.Stopping();
                // The host may have changed while this call waited.
                if (placement.HostOf(actor.Type) is { } host)
                {
                    if (active.Host != host) await ActivateAsync(active, host);
                    return new ActorTurn(active, host, by);
                }
            }
            catch
            {
                Leave(active);
                throw;
            }

            Leave(active);
        }
    }

    public void End(ActorTurn turn)
    {
        turn.Actor.LastUsed = clock.GetUtcNow();
        turn.Actor.Turns.Leave();
    }

    public void Dispose() => idling.Dispose();

    private async Task ActivateAsync(ActiveActor active, ActorHost host)
    {
        if (active.Host is not null) await DeactivateAsync(active, CancellationToken.None);
        active.Host = host;
        if (active.IsWatched) return;
        active.IsWatched = true;
        idling.Add(active, clock.GetUtcNow() + host.Settings.IdleTimeout);
    }

    /// <summary>Ends the actor on its host; the caller has its turn.</summary>
    private async Task DeactivateAsync(ActiveActor active, CancellationToken cancellationToken)
    {
        if (active.Host is not { } host) return;
        try
        {
            if (!host.IsGone) await client.DeactivateAsync(host.App, active.Key, cancellationToken);
        }
        catch (Exception e) when (e is ActorException or OperationCanceledException)
        {
            LogNotDeactivated(active.Key, host.App.Id, e.Message);
        }

        active.Host = null;
        Deactivated(active.Key);
    }

    private void Leave(ActiveActor active)
    {
        active.Turns.Leave();
        if (active.Host is null && !active.IsWatched) Forget(active);
    }

    private void Forget(ActiveActor active)
    {
        if (active.Turns.TryRetire()) actors.TryRemove(KeyValuePair.Create(active.Key, active));
    }

    private void LookForIdle()
    {
        foreach (var active in idling.TakeDue()) _ = EndIfIdleAsync(active);
    }

    private async Task EndIfIdleAsync(ActiveActor active)
    {
        var timeout = active.Host?.Settings.IdleTimeout ?? TimeSpan.Zero;
        if (active.LastUsed + timeout is var due && due > clock.GetUtcNow())
        {
            idling.Add(active, due);
            return;
        }

        if (!active.Turns.TryEnter())
        {
            // Busy is not idle: the wait begins anew with the end of the turn. Not at once, or a time-out of zero would ask all the while.
            idling.Add(active, clock.GetUtcNow() + (timeout > ShortestLook ? timeout : ShortestLook));
            return;
        }

        await DeactivateAsync(active, CancellationToken.None);
        active.IsWatched = false;
        Leave(active);
    }
}
