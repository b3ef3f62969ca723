namespace Athene.Dapr.Actors.Runtime;

/// <summary>A change of one value of an actor's state.</summary>
public sealed record ActorStateChange(string StateName, Type Type, object? Value, StateChangeKind ChangeKind, DateTimeOffset? TTLExpireTime);
