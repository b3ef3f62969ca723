namespace Athene.Dapr.Client;

/// <summary>A value to save together with others.</summary>
public readonly record struct SaveStateItem<TValue>
{
    public SaveStateItem(
        string key,
        TValue value,
        string etag,
        StateOptions? stateOptions = null,
        IReadOnlyDictionary<string, string>? metadata = null) =>
        (Key, Value, ETag, StateOptions, Metadata) = (key, value, etag, stateOptions, metadata);

    public string Key { get; }

    public TValue Value { get; }

    /// <summary>The ETag that the stored value must have; empty for any.</summary>
    public string ETag { get; }

    public StateOptions? StateOptions { get; }

    public IReadOnlyDictionary<string, string>? Metadata { get; }
}
