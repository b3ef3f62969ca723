namespace Athene.Dapr.Client;

/// <summary>A value to save together with others.</summary>
public readonly struct SaveStateItem<TValue>(
    string key,
    TValue value,
    string? etag,
    StateOptions? stateOptions = default,
    IReadOnlyDictionary<string, string>? metadata = default) : IEquatable<SaveStateItem<TValue>>
{
    public string Key { get; } = key;

    public TValue Value { get; } = value;

    public string? ETag { get; } = etag;

    public StateOptions? StateOptions { get; } = stateOptions;

    public IReadOnlyDictionary<string, string>? Metadata { get; } = metadata;

    public static bool operator ==(SaveStateItem<TValue> left, SaveStateItem<TValue> right) => left.Equals(right);

    public static bool operator !=(SaveStateItem<TValue> left, SaveStateItem<TValue> right) => !left.Equals(right);

    public bool Equals(SaveStateItem<TValue> other) =>
        Key == other.Key && ETag == other.ETag && EqualityComparer<TValue>.Default.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is SaveStateItem<TValue> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Key, ETag, Value);
}
