namespace Athene.Dapr.Client;

/// <summary>A value read together with others, as JSON.</summary>
public readonly record struct BulkStateItem(string Key, string Value, string ETag);
