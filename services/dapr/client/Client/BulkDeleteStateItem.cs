namespace Athene.Dapr.Client;

/// <summary>A key to delete together with others.</summary>
public readonly record struct BulkDeleteStateItem
{
    public BulkDeleteStateItem(
        string key, string etag, StateOptions? stateOptions = null, IReadOnlyDictionary<string, string>? metadata = null) =>
        (Key, ETag, StateOptions, Metadata) = (key, etag, stateOptions, metadata);

    public string Key { get; }

    /// <summary>The ETag that the stored value must have; empty for any.</summary>
    public string ETag { get; }

    public StateOptions? StateOptions { get; }

    public IReadOnlyDictionary<string, string>? Metadata { get; }
}
