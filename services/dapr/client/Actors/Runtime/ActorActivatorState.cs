namespace Athene.Dapr.Actors.Runtime;

/// <summary>An actor, and in derived classes what its activator needs to dispose of it.</summary>
public class ActorActivatorState(Actor actor)
{
    public Actor Actor { get; } = actor;
}
