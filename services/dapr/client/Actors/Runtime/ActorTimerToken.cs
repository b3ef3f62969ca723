namespace Athene.Dapr.Actors.Runtime;

/// <summary>Names a timer of an actor.</summary>
public class ActorTimerToken(string actorType, ActorId actorId, string name)
{
    public string ActorType { get; } = actorType ?? throw new ArgumentNullException(nameof(actorType));

    public ActorId ActorId { get; } = actorId ?? throw new ArgumentNullException(nameof(actorId));

    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));
}
