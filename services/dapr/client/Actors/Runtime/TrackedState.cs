namespace Athene.Dapr.Actors.Runtime;

/// <summary>What a turn knows of one value of its actor's state, and wants done to it.</summary>
internal sealed class TrackedState(object? value, Type type, StateChangeKind change, DateTimeOffset? expiresAt)
{
    public object? Value => value;

    public Type Type => type;

    public StateChangeKind Change => change;

    public DateTimeOffset? ExpiresAt => expiresAt;

    public bool IsThere(DateTimeOffset now) => change != StateChangeKind.Remove && !(expiresAt <= now);

    public TrackedState With(StateChangeKind other) => new(value, type, other, expiresAt);
}
