using System.Text.Json;
using Athene.Dapr.Actors.Client;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>What an actor has from its surroundings. Its constructor takes one and hands it to <see cref="Actor"/>.</summary>
public sealed class ActorHost
{
    internal ActorHost(
        ActorTypeInformation actorTypeInfo,
        ActorId id,
        JsonSerializerOptions jsonSerializerOptions,
        ILoggerFactory loggerFactory,
        IActorProxyFactory proxyFactory,
        ActorTimerManager timerManager,
        ActorStateStore? stateStore)
    {
        ActorTypeInfo = actorTypeInfo;
        Id = id;
        JsonSerializerOptions = jsonSerializerOptions;
        LoggerFactory = loggerFactory;
        ProxyFactory = proxyFactory;
        TimerManager = timerManager;
        StateStore = stateStore;
    }

    public ActorTypeInformation ActorTypeInfo { get; }

    public ActorId Id { get; }

    public ILoggerFactory LoggerFactory { get; }

    /// <summary>How state, arguments and results are written.</summary>
    public JsonSerializerOptions JsonSerializerOptions { get; }

    public IActorProxyFactory ProxyFactory { get; }

    public ActorTimerManager TimerManager { get; }

    internal ActorStateStore? StateStore { get; }

    /// <summary>A host for an actor under test, without a sidecar.</summary>
    public static ActorHost CreateForTest<TActor>(ActorTestOptions? options = null)
        where TActor : Actor =>
        CreateForTest(typeof(TActor), actorTypeName: null, options);

    /// <inheritdoc cref="CreateForTest{TActor}(ActorTestOptions?)"/>
    public static ActorHost CreateForTest<TActor>(string? actorTypeName, ActorTestOptions? options = null)
        where TActor : Actor =>
        CreateForTest(typeof(TActor), actorTypeName, options);

    /// <inheritdoc cref="CreateForTest{TActor}(ActorTestOptions?)"/>
    public static ActorHost CreateForTest(Type actorType, ActorTestOptions? options = null) =>
        CreateForTest(actorType, actorTypeName: null, options);

    /// <inheritdoc cref="CreateForTest{TActor}(ActorTestOptions?)"/>
    public static ActorHost CreateForTest(Type actorType, string? actorTypeName, ActorTestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(actorType);
        options ??= new ActorTestOptions();
        return new ActorHost(
            ActorTypeInformation.Get(actorType, actorTypeName),
            options.ActorId,
            options.JsonSerializerOptions,
            options.LoggerFactory,
            options.ProxyFactory,
            options.TimerManager,
            stateStore: null);
    }
}
