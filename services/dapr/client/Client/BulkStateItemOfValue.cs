namespace Athene.Dapr.Client;

/// <summary>A value read together with others; the default when the key does not exist.</summary>
public readonly record struct BulkStateItem<TValue>(string Key, TValue? Value, string ETag);
