namespace Athene.Dapr.Actors.Runtime;

/// <summary>A value, if there is one.</summary>
public struct ConditionalValue<TValue>(bool hasValue, TValue value)
{
    public bool HasValue { get; } = hasValue;

    /// <summary>The value, or the type's default if there is none.</summary>
    public TValue Value { get; } = value;
}
