using System.Collections.Concurrent;

namespace Athene.Dapr.Actors.Client;

/// <summary>Makes proxies that call actors through the sidecar.</summary>
public class ActorProxyFactory : IActorProxyFactory
{
    private readonly ConcurrentDictionary<Type, ActorMethodTable> interfaces = new();
    private readonly HttpMessageHandler? handler;
    private ActorProxyOptions defaultOptions;

    /// <param name="options">What proxies use that are made without options.</param>
    /// <param name="handler">What requests go through instead of the process's pool of connections to sidecars.</param>
    public ActorProxyFactory(ActorProxyOptions? options = null, HttpMessageHandler? handler = null)
    {
        defaultOptions = options ?? new ActorProxyOptions();
        this.handler = handler;
    }

    public ActorProxyOptions DefaultOptions
    {
        get => defaultOptions;
        set => defaultOptions = value ?? throw new ArgumentNullException(nameof(value));
    }

    public TActorInterface CreateActorProxy<TActorInterface>(ActorId actorId, string actorType, ActorProxyOptions? options = null)
        where TActorInterface : IActor =>
        (TActorInterface)CreateActorProxy(actorId, typeof(TActorInterface), actorType, options);

    public object CreateActorProxy(ActorId actorId, Type actorInterfaceType, string actorType, ActorProxyOptions? options = null)
    {
        var methods = interfaces.GetOrAdd(actorInterfaceType, ActorMethodTable.OfInterface);
        return TypedActorProxy.Create(actorInterfaceType, methods, Create(actorId, actorType, options));
    }

    public ActorProxy Create(ActorId actorId, string actorType, ActorProxyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(actorId);
        ArgumentException.ThrowIfNullOrEmpty(actorType);
        options ??= DefaultOptions;
        var actors = ActorApi.At(options.HttpEndpoint, options.DaprApiToken, options.RequestTimeout, handler);
        return new ActorProxy(actors, actorId, actorType, options.JsonSerializerOptions);
    }
}
