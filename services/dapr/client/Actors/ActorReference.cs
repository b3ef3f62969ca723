using Athene.Dapr.Actors.Client;
using Athene.Dapr.Actors.Runtime;

namespace Athene.Dapr.Actors;

/// <summary>An actor as data: what is stored or sent to name one.</summary>
public sealed class ActorReference
{
    public ActorId? ActorId { get; set; }

    public string? ActorType { get; set; }

    /// <summary>The reference to the actor behind a proxy, or to an actor itself; null for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither.</exception>
    public static ActorReference? Get(object? actor) => actor switch
    {
        null => null,
        IActorProxy proxy => new ActorReference { ActorId = proxy.ActorId, ActorType = proxy.ActorType },
        Actor itself => new ActorReference { ActorId = itself.Id, ActorType = itself.Host.ActorTypeInfo.ActorTypeName },
        _ => throw new ArgumentOutOfRangeException(nameof(actor), $"A {actor.GetType()} is neither an actor nor a proxy of one."),
    };

    /// <summary>A proxy of the actor that implements the interface.</summary>
    /// <exception cref="InvalidOperationException">The reference names no actor.</exception>
    public object Bind(Type actorInterfaceType) => ActorId is null || ActorType is null
        ? throw new InvalidOperationException("The reference has no actor id or no actor type.")
        : ActorProxy.DefaultProxyFactory.CreateActorProxy(ActorId, actorInterfaceType, ActorType);
}
