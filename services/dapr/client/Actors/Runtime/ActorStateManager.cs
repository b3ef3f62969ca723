using System.Collections.Concurrent;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>
/// An actor's state over the sidecar. A turn that was called back from within another turn of the same actor keeps its reads
/// and changes apart: it sees what is committed, not what the outer turn has half done.
/// </summary>
internal sealed class ActorStateManager(Actor actor, ActorStateStore? store) : IActorStateManager
{
    private readonly StateTracker outermost = new();
    private readonly AsyncLocal<StateTracker?> nested = new();
    private readonly ConcurrentDictionary<StateTracker, bool> nestedTurns = new();

    private StateTracker Tracker => nested.Value ?? outermost;

    private ActorStateStore Store => store ?? throw new InvalidOperationException(
        $"Actor {actor.Id} has no sidecar to keep its state. In a unit test, set {nameof(Actor)}.{nameof(Actor.StateManager)} to a substitute.");

    /// <summary>Gives the running turn reads and changes of its own until it is disposed of.</summary>
    public IDisposable EnterNested()
    {
        var turn = new NestedTurn(this, nested.Value);
        nested.Value = turn.Tracker;
        return turn;
    }

    public Task AddStateAsync<T>(string stateName, T value, CancellationToken cancellationToken) =>
        AddAsync(stateName, value, ttl: null, cancellationToken);

    public Task AddStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken) =>
        AddAsync(stateName, value, ttl, cancellationToken);

    public Task<bool> TryAddStateAsync<T>(string stateName, T value, CancellationToken cancellationToken) =>
        TryAddAsync(stateName, value, ttl: null, cancellationToken);

    public Task<bool> TryAddStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken) =>
        TryAddAsync(stateName, value, ttl, cancellationToken);

    public Task SetStateAsync<T>(string stateName, T value, CancellationToken cancellationToken) => SetAsync(stateName, value, ttl: null);

    public Task SetStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken) => SetAsync(stateName, value, ttl);

    public Task<T> GetOrAddStateAsync<T>(string stateName, T value, CancellationToken cancellationToken) =>
        GetOrAddAsync(stateName, value, ttl: null, cancellationToken);

    public Task<T> GetOrAddStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken) =>
        GetOrAddAsync(stateName, value, ttl, cancellationToken);

    public Task<T> AddOrUpdateStateAsync<T>(
        string stateName, T addValue, Func<string, T, T> updateValueFactory, CancellationToken cancellationToken) =>
        AddOrUpdateAsync(stateName, addValue, updateValueFactory, ttl: null, cancellationToken);

    public Task<T> AddOrUpdateStateAsync<T>(
        string stateName, T addValue, Func<string, T, T> updateValueFactory, TimeSpan ttl, CancellationToken cancellationToken) =>
        AddOrUpdateAsync(stateName, addValue, updateValueFactory, ttl, cancellationToken);

    public async Task<T> GetStateAsync<T>(string stateName, CancellationToken cancellationToken) =>
        await TryGetStateAsync<T>(stateName, cancellationToken) is { HasValue: true } found ? found.Value : throw Missing(stateName);

    public async Task<ConditionalValue<T>> TryGetStateAsync<T>(string stateName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(stateName);
        var tracker = Tracker;
        if (tracker.Find(stateName) is { } tracked)
            return tracked.IsThere(Store.Now) ? new ConditionalValue<T>(true, As<T>(stateName, tracked)) : default;
        if (await Store.LoadAsync<T>(actor, stateName, cancellationToken) is not { } found) return default;
        tracker.Know(stateName, found.Value, found.ExpiresAt);
        return new ConditionalValue<T>(true, found.Value);
    }

    public async Task<bool> ContainsStateAsync(string stateName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(stateName);
        return Tracker.Find(stateName) is { } tracked
            ? tracked.IsThere(Store.Now)
            : await Store.ContainsAsync(actor, stateName, cancellationToken);
    }

    public async Task RemoveStateAsync(string stateName, CancellationToken cancellationToken)
    {
        if (!await TryRemoveStateAsync(stateName, cancellationToken)) throw Missing(stateName);
    }

    public async Task<bool> TryRemoveStateAsync(string stateName, CancellationToken cancellationToken)
    {
        if (!await ContainsStateAsync(stateName, cancellationToken)) return false;
        if (Tracker.Find(stateName) is { Change: StateChangeKind.Add }) Tracker.Drop(stateName);
        else Tracker.Remove(stateName);
        return true;
    }

    public Task ClearCacheAsync(CancellationToken cancellationToken)
    {
        Tracker.Clear();
        return Task.CompletedTask;
    }

    public Task UnloadStateAsync(string stateName, UnloadStateOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(stateName);
        if (Tracker.Find(stateName) is { Change: not StateChangeKind.None } && options is not { AllowUnloadingWhenStateModified: true })
            throw new InvalidOperationException($"State '{stateName}' of actor {actor.Id} was changed and is not committed, so unloading it would lose the change.");
        Tracker.Drop(stateName);
        return Task.CompletedTask;
    }

    public async Task SaveStateAsync(CancellationToken cancellationToken)
    {
        if (store is null) return;
        var tracker = Tracker;
        var changes = tracker.Changes(store.Now);
        if (changes.Count == 0) return;
        try
        {
            await store.CommitAsync(actor, changes, cancellationToken);
        }
        finally
        {
            // Also after a failure: it may have been the answer that was lost.
            foreach (var other in nestedTurns.Keys.Append(outermost).Where(other => other != tracker)) other.Outdate(changes);
        }

        tracker.Committed(changes);
    }

    private async Task AddAsync<T>(string stateName, T value, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        if (!await TryAddAsync(stateName, value, ttl, cancellationToken))
            throw new InvalidOperationException($"Actor {actor.Id} has a state '{stateName}' already.");
    }

    private async Task<bool> TryAddAsync<T>(string stateName, T value, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        if (await ContainsStateAsync(stateName, cancellationToken)) return false;
        PutAbsent(stateName, value, ttl);
        return true;
    }

    private Task SetAsync<T>(string stateName, T value, TimeSpan? ttl)
    {
        ArgumentException.ThrowIfNullOrEmpty(stateName);
        Tracker.Put(stateName, value, Expiry(ttl), isNew: Tracker.Find(stateName) is { Change: StateChangeKind.Add });
        return Task.CompletedTask;
    }

    private async Task<T> GetOrAddAsync<T>(string stateName, T value, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        if (await TryGetStateAsync<T>(stateName, cancellationToken) is { HasValue: true } found) return found.Value;
        PutAbsent(stateName, value, ttl);
        return value;
    }

    private async Task<T> AddOrUpdateAsync<T>(
        string stateName, T addValue, Func<string, T, T> updateValueFactory, TimeSpan? ttl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updateValueFactory);
        if (await TryGetStateAsync<T>(stateName, cancellationToken) is not { HasValue: true } found)
        {
            PutAbsent(stateName, addValue, ttl);
            return addValue;
        }

        var updated = updateValueFactory(stateName, found.Value);
        await SetAsync(stateName, updated, ttl);
        return updated;
    }

    // What is tracked and yet absent was removed or has expired: the store may still have it.
    private void PutAbsent<T>(string stateName, T value, TimeSpan? ttl) =>
        Tracker.Put(stateName, value, Expiry(ttl), isNew: Tracker.Find(stateName) is null);

    private DateTimeOffset? Expiry(TimeSpan? ttl)
    {
        if (ttl <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(ttl), ttl, "The time to live must be positive.");
        return ttl is { } life ? Store.Now + life : null;
    }

    private T As<T>(string stateName, TrackedState tracked) => tracked.Value switch
    {
        T value => value,
        null when default(T) is null => default!,
        _ => throw new InvalidCastException(
            $"State '{stateName}' of actor {actor.Id} is held as {tracked.Type}, so it cannot be read as {typeof(T)} in the same activation."),
    };

    private KeyNotFoundException Missing(string stateName) => new($"Actor {actor.Id} has no state '{stateName}'.");

    private sealed class NestedTurn : IDisposable
    {
        private readonly ActorStateManager state;
        private readonly StateTracker? outer;

        public NestedTurn(ActorStateManager state, StateTracker? outer)
        {
            this.state = state;
            this.outer = outer;
            state.nestedTurns[Tracker] = true;
        }

        public StateTracker Tracker { get; } = new();

        public void Dispose()
        {
            state.nestedTurns.TryRemove(Tracker, out _);
            state.nested.Value = outer;
        }
    }
}
