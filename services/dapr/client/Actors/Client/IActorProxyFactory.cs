namespace Athene.Dapr.Actors.Client;

/// <summary>Makes proxies, through which actors are called.</summary>
public interface IActorProxyFactory
{
    /// <summary>A proxy that implements the actor's interface.</summary>
    /// <exception cref="ArgumentException">The interface has methods that cannot be called from afar; see <see cref="IActor"/>.</exception>
    TActorInterface CreateActorProxy<TActorInterface>(ActorId actorId, string actorType, ActorProxyOptions? options = null)
        where TActorInterface : IActor;

    /// <inheritdoc cref="CreateActorProxy{TActorInterface}(ActorId, string, ActorProxyOptions?)"/>
    object CreateActorProxy(ActorId actorId, Type actorInterfaceType, string actorType, ActorProxyOptions? options = null);

    /// <summary>A proxy that calls methods by their names.</summary>
    ActorProxy Create(ActorId actorId, string actorType, ActorProxyOptions? options = null);
}
