using System.Collections.Frozen;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Actors;

/// <summary>
/// Knows which app hosts which actor type. Where several apps declare the same type, the one that comes first in the sidecar's
/// configuration hosts all its actors while it is there.
/// </summary>
internal sealed class ActorPlacement(AppTable apps, TimeProvider clock)
{
    /// <summary>How long a call waits for an app that is not there (yet): as long as Dapr looks for an address.</summary>
    private static readonly TimeSpan LookupTimeout = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<HostedApp, IReadOnlyDictionary<string, ActorHost>> hosts = [];
    private readonly Dictionary<HostedApp, IReadOnlyList<string>> declared = [];
    private volatile FrozenDictionary<string, ActorHost> placed = FrozenDictionary<string, ActorHost>.Empty;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Raised, outside any lock, when an app has come with actor types.</summary>
    public event Action<IReadOnlyCollection<string>> Arrived = _ => { };

    /// <summary>The app that hosts the type now; null when none that is there does.</summary>
    public ActorHost? HostOf(string type) => placed.GetValueOrDefault(type);

    /// <summary>The types that the app declared when it last came.</summary>
    public IReadOnlyList<string> TypesOf(HostedApp app)
    {
        lock (gate) return declared.GetValueOrDefault(app, []);
    }

    /// <summary>Waits for the type's host while there is an app that may turn out to be it.</summary>
    /// <exception cref="ActorException">Nobody hosts the type.</exception>
    public async ValueTask<ActorHost> WhenHostedAsync(ActorKey actor, CancellationToken cancellationToken)
    {
        if (HostOf(actor.Type) is { } known) return known;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, LookupTimeout, Timeout.InfiniteTimeSpan);
        while (true)
        {
            Task change;
            // In one look: between two the host may arrive, and would count as there without having been seen.
            lock (gate)
            {
                if (HostOf(actor.Type) is { } host) return host;
                if (apps.All.All(app => hosts.ContainsKey(app) || !app.HasChannel)) throw ActorException.NoHost(actor);
                change = changed.Task;
            }

            try
            {
                await change.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw ActorException.NoHost(actor);
            }
        }
    }

    /// <summary>An app has come (back) and hosts these types. When it had not gone before, what it hosts stays active.</summary>
    public void Arrive(HostedApp app, IReadOnlyList<KeyValuePair<string, ActorTypeSettings>> types)
    {
        lock (gate)
        {
            declared[app] = [.. types.Select(type => type.Key)];
            var known = hosts.GetValueOrDefault(app);
            hosts[app] = types.ToDictionary(
                type => type.Key,
                type => known?.GetValueOrDefault(type.Key) is { } host && host.Settings == type.Value ? host : new ActorHost(app, type.Value));
            Place();
        }

        Arrived([.. types.Select(type => type.Key)]);
    }

    /// <summary>An app has gone; what it hosted is inactive from now on.</summary>
    public void Leave(HostedApp app)
    {
        lock (gate)
        {
            if (!hosts.Remove(app, out var gone)) return;
            foreach (var host in gone.Values) host.MarkGone();
            Place();
        }
    }

    /// <summary>Works out anew who hosts what, and tells those who wait. Under the lock; nobody goes on inside it.</summary>
    private void Place()
    {
        placed = apps.All
            .SelectMany(app => hosts.GetValueOrDefault(app) ?? new Dictionary<string, ActorHost>())
            .DistinctBy(pair => pair.Key)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value);
        changed.SetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
