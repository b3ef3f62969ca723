namespace Athene.Dapr.Client;

/// <summary>A value read together with others; the default when the key does not exist.</summary>
public readonly record struct BulkStateItem<TValue>
{
    public BulkStateItem(string key, TValue value, string etag) => (Key, Value, ETag) = (key, value, etag);

    public string Key { get; }

    public TValue Value { get; }

    public string ETag { get; }
}
