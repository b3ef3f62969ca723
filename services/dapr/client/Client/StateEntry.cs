using Athene.Dapr.Client;

namespace Athene.Dapr;

/// <summary>A value of a state store together with its place and its ETag.</summary>
public sealed class StateEntry<TValue>(DaprClient client, string storeName, string key, TValue value, string etag)
{
    public string StoreName { get; } = storeName ?? throw new ArgumentNullException(nameof(storeName));

    public string Key { get; } = key ?? throw new ArgumentNullException(nameof(key));

    /// <summary>The value; the default when the key does not exist. Change it, and then save.</summary>
    public TValue Value { get; set; } = value;

    public string ETag { get; } = etag;

    /// <summary>Saves the value, whatever is stored now.</summary>
    public Task SaveAsync(
        StateOptions? stateOptions = null, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        client.SaveStateAsync(StoreName, Key, Value, stateOptions, metadata, cancellationToken);

    /// <summary>Saves the value if nobody has changed it since it was read; false when somebody has.</summary>
    public Task<bool> TrySaveAsync(
        StateOptions? stateOptions = null, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        client.TrySaveStateAsync(StoreName, Key, Value, ETag, stateOptions, metadata, cancellationToken);

    public Task DeleteAsync(
        StateOptions? stateOptions = null, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        client.DeleteStateAsync(StoreName, Key, stateOptions, metadata, cancellationToken);

    /// <summary>Deletes the value if nobody has changed it since it was read; false when somebody has.</summary>
    public Task<bool> TryDeleteAsync(
        StateOptions? stateOptions = null, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        client.TryDeleteStateAsync(StoreName, Key, ETag, stateOptions, metadata, cancellationToken);
}
