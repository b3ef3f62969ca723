using Athene.Dapr.Actors.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>The actors that this app hosts.</summary>
public sealed class ActorRuntime
{
    private readonly Dictionary<string, ActorTypeHost> hosts = new(StringComparer.Ordinal);
    private readonly ActorRuntimeOptions options;

    internal ActorRuntime(
        ActorRuntimeOptions options,
        ILoggerFactory loggers,
        ActorActivatorFactory activators,
        IActorProxyFactory proxies,
        ActorApi actors,
        TimeProvider clock)
    {
        this.options = options;
        foreach (var registration in options.Actors)
        {
            var type = registration.Type;
            if (type.IsAbstract) throw new InvalidOperationException($"{type.ImplementationType} is abstract, so there are no actors of it.");
            var activator = registration.Activator ?? activators.CreateActivator(type);
            if (!hosts.TryAdd(type.ActorTypeName, new ActorTypeHost(registration, activator, options, loggers, proxies, actors, clock)))
                throw new InvalidOperationException($"The actor type {type.ActorTypeName} is registered twice.");
        }
    }

    public IReadOnlyList<ActorRegistration> RegisteredActors => options.Actors;

    internal byte[] Configuration() => ActorConfigDocument.Of(options);

    /// <exception cref="ActorRequestException">This app does not host the type.</exception>
    internal ActorTypeHost HostOf(string actorType) => hosts.GetValueOrDefault(actorType)
        ?? throw new ActorRequestException(StatusCodes.Status404NotFound, $"This app hosts no actors of type {actorType}.");
}
