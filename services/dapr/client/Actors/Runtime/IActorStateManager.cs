namespace Athene.Dapr.Actors.Runtime;

/// <summary>
/// The state of one actor: values under names. Reads are cached while the actor is active; changes are kept back until the
/// turn ends well, and then committed together. A value that outlives its time to live is gone.
/// </summary>
public interface IActorStateManager
{
    /// <exception cref="InvalidOperationException">There is a value of that name.</exception>
    Task AddStateAsync<T>(string stateName, T value, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="AddStateAsync{T}(string, T, CancellationToken)"/>
    Task AddStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken = default);

    /// <exception cref="KeyNotFoundException">There is no value of that name.</exception>
    Task<T> GetStateAsync<T>(string stateName, CancellationToken cancellationToken = default);

    Task SetStateAsync<T>(string stateName, T value, CancellationToken cancellationToken = default);

    Task SetStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken = default);

    /// <exception cref="KeyNotFoundException">There is no value of that name.</exception>
    Task RemoveStateAsync(string stateName, CancellationToken cancellationToken = default);

    /// <summary>Adds a value; false if there is one of that name.</summary>
    Task<bool> TryAddStateAsync<T>(string stateName, T value, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="TryAddStateAsync{T}(string, T, CancellationToken)"/>
    Task<bool> TryAddStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken = default);

    Task<ConditionalValue<T>> TryGetStateAsync<T>(string stateName, CancellationToken cancellationToken = default);

    /// <summary>Removes a value; false if there is none of that name.</summary>
    Task<bool> TryRemoveStateAsync(string stateName, CancellationToken cancellationToken = default);

    Task<bool> ContainsStateAsync(string stateName, CancellationToken cancellationToken = default);

    Task<T> GetOrAddStateAsync<T>(string stateName, T value, CancellationToken cancellationToken = default);

    Task<T> GetOrAddStateAsync<T>(string stateName, T value, TimeSpan ttl, CancellationToken cancellationToken = default);

    Task<T> AddOrUpdateStateAsync<T>(
        string stateName, T addValue, Func<string, T, T> updateValueFactory, CancellationToken cancellationToken = default);

    Task<T> AddOrUpdateStateAsync<T>(
        string stateName, T addValue, Func<string, T, T> updateValueFactory, TimeSpan ttl, CancellationToken cancellationToken = default);

    /// <summary>Forgets all that was read, and all changes that are not committed.</summary>
    Task ClearCacheAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets one value that was read, without removing it from the store.</summary>
    /// <exception cref="InvalidOperationException">It was changed, and the options do not allow to lose that.</exception>
    Task UnloadStateAsync(string stateName, UnloadStateOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Commits the changes made until now.</summary>
    /// <exception cref="DaprException">The sidecar did not take them; none of them was made, as far as one can know.</exception>
    Task SaveStateAsync(CancellationToken cancellationToken = default);
}
