namespace Athene.Dapr.Client;

/// <summary>One operation of a state transaction.</summary>
/// <param name="key">The key.</param>
/// <param name="value">The value as UTF-8 JSON; null for a deletion.</param>
/// <param name="operationType">What is done with the key.</param>
/// <param name="etag">The ETag the stored value must have; null for any.</param>
/// <param name="metadata">Metadata for the store, such as <c>ttlInSeconds</c>.</param>
/// <param name="options">How concurrent writes are treated.</param>
public sealed class StateTransactionRequest(
    string key,
    byte[]? value,
    StateOperationType operationType,
    string? etag = null,
    IReadOnlyDictionary<string, string>? metadata = null,
    StateOptions? options = null)
{
    /// <summary>How concurrent writes are treated. A field, because it is one in the SDK.</summary>
    public StateOptions? Options = options;

    public string Key { get; } = key ?? throw new ArgumentNullException(nameof(key));

    public byte[]? Value { get; set; } = value;

    public StateOperationType? OperationType { get; set; } = operationType;

    public string? ETag { get; set; } = etag;

    public IReadOnlyDictionary<string, string>? Metadata { get; set; } = metadata;
}
