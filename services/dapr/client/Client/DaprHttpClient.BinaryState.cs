namespace Athene.Dapr.Client;

internal sealed partial class DaprHttpClient
{
    public override async Task SaveByteStateAsync(
        string storeName,
        string key,
        ReadOnlyMemory<byte> binaryValue,
        StateOptions? stateOptions = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        if (!await binaryState.TrySaveAsync(storeName, key, binaryValue, etag: "", stateOptions, metadata, cancellationToken))
            throw new DaprApiException($"Key '{key}' of state store '{storeName}' was not saved: it is there already, and the first write wins.", "ERR_STATE_SAVE", false);
    }

    public override Task<bool> TrySaveByteStateAsync(
        string storeName,
        string key,
        ReadOnlyMemory<byte> binaryValue,
        string etag,
        StateOptions? stateOptions = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(etag);
        return binaryState.TrySaveAsync(storeName, key, binaryValue, etag, stateOptions, metadata, cancellationToken);
    }

    public override async Task<ReadOnlyMemory<byte>> GetByteStateAsync(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default) =>
        (await binaryState.GetAsync(storeName, key, consistencyMode, metadata, cancellationToken)).Value;

    public override Task<(ReadOnlyMemory<byte>, string etag)> GetByteStateAndETagAsync(
        string storeName,
        string key,
        ConsistencyMode? consistencyMode = default,
        IReadOnlyDictionary<string, string>? metadata = default,
        CancellationToken cancellationToken = default) =>
        binaryState.GetAsync(storeName, key, consistencyMode, metadata, cancellationToken);
}
