namespace Athene.Dapr.Actors.Client;

/// <summary>What every proxy of an actor knows about it.</summary>
public interface IActorProxy
{
    ActorId ActorId { get; }

    string ActorType { get; }
}
