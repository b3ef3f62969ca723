using System.Text.Json;

namespace Athene.Dapr.Actors.Client;

/// <summary>Calls the methods of one actor by their names, with JSON.</summary>
public class ActorProxy : IActorProxy
{
    private readonly ActorApi? actors;

    /// <summary>For proxies of one's own, which call nothing through this class.</summary>
    protected internal ActorProxy()
    {
        ActorId = ActorId.CreateRandom();
        ActorType = "";
        JsonSerializerOptions = JsonSerializerOptions.Web;
    }

    internal ActorProxy(ActorApi actors, ActorId actorId, string actorType, JsonSerializerOptions json)
    {
        this.actors = actors;
        ActorId = actorId;
        ActorType = actorType;
        JsonSerializerOptions = json;
    }

    /// <summary>Makes proxies for the sidecar that the environment names.</summary>
    public static IActorProxyFactory DefaultProxyFactory { get; } = new ActorProxyFactory();

    public ActorId ActorId { get; }

    public string ActorType { get; }

    internal JsonSerializerOptions JsonSerializerOptions { get; }

    /// <summary>A proxy that implements the actor's interface.</summary>
    public static TActorInterface Create<TActorInterface>(ActorId actorId, string actorType, ActorProxyOptions? options = null)
        where TActorInterface : IActor =>
        DefaultProxyFactory.CreateActorProxy<TActorInterface>(actorId, actorType, options);

    /// <inheritdoc cref="Create{TActorInterface}(ActorId, string, ActorProxyOptions?)"/>
    public static object Create(ActorId actorId, Type actorInterfaceType, string actorType, ActorProxyOptions? options = null) =>
        DefaultProxyFactory.CreateActorProxy(actorId, actorInterfaceType, actorType, options);

    /// <summary>A proxy that calls methods by their names.</summary>
    public static ActorProxy Create(ActorId actorId, string actorType, ActorProxyOptions? options = null) =>
        DefaultProxyFactory.Create(actorId, actorType, options);

    /// <summary>Calls a method that takes an argument and hands back a value.</summary>
    /// <exception cref="ActorMethodInvocationException">The actor answered with an error of its own.</exception>
    /// <exception cref="DaprException">The call failed on its way, or the method threw.</exception>
    public async Task<TResponse> InvokeMethodAsync<TRequest, TResponse>(
        string method, TRequest data, CancellationToken cancellationToken = default) =>
        Read<TResponse>(method, await CallAsync(method, Json(data), isTyped: false, cancellationToken));

    /// <inheritdoc cref="InvokeMethodAsync{TRequest, TResponse}(string, TRequest, CancellationToken)"/>
    public async Task InvokeMethodAsync<TRequest>(string method, TRequest data, CancellationToken cancellationToken = default) =>
        await CallAsync(method, Json(data), isTyped: false, cancellationToken);

    /// <inheritdoc cref="InvokeMethodAsync{TRequest, TResponse}(string, TRequest, CancellationToken)"/>
    public async Task<TResponse> InvokeMethodAsync<TResponse>(string method, CancellationToken cancellationToken = default) =>
        Read<TResponse>(method, await CallAsync(method, argument: null, isTyped: false, cancellationToken));

    /// <inheritdoc cref="InvokeMethodAsync{TRequest, TResponse}(string, TRequest, CancellationToken)"/>
    public Task InvokeMethodAsync(string method, CancellationToken cancellationToken = default) =>
        CallAsync(method, argument: null, isTyped: false, cancellationToken);

    internal Task<byte[]> CallAsync(string method, byte[]? argument, bool isTyped, CancellationToken cancellationToken) => actors is null
        ? throw new InvalidOperationException("This proxy was not made by a factory, so it has no sidecar to call.")
        : actors.InvokeAsync(ActorType, ActorId.GetId(), method, argument, isTyped, cancellationToken);

    internal TResponse Read<TResponse>(string method, byte[] answer) => answer.Length > 0
        ? JsonSerializer.Deserialize<TResponse>(answer, JsonSerializerOptions)!
        : throw new DaprException($"{method} of actor {ActorType}/{ActorId} was answered with nothing instead of a {typeof(TResponse).Name}.");

    private byte[] Json<TRequest>(TRequest data) => JsonSerializer.SerializeToUtf8Bytes(data, JsonSerializerOptions);
}
