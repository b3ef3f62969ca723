namespace Athene.Dapr.Client;

/// <summary>A key to delete together with others.</summary>
public readonly record struct BulkDeleteStateItem(
    string Key,
    string? ETag,
    StateOptions? StateOptions = default,
    IReadOnlyDictionary<string, string>? Metadata = default);
