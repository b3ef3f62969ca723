namespace Athene.Dapr.Client;

/// <summary>A value read together with others, as JSON; empty when the key does not exist.</summary>
public readonly record struct BulkStateItem
{
    public BulkStateItem(string key, string value, string etag) => (Key, Value, ETag) = (key, value, etag);

    public string Key { get; }

    public string Value { get; }

    public string ETag { get; }
}
