using Athene.Dapr;
using Athene.Dapr.Actors;
using Athene.Dapr.Actors.Client;
using Athene.Dapr.Actors.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Dapr actors to an app.</summary>
public static class ActorsServiceCollectionExtensions
{
    /// <summary>Registers the actors that the app hosts, and the factory of proxies for calling any actor.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Registers the actors. What it leaves open comes from configuration and environment.</param>
    /// <param name="lifetime">The lifetime of the proxy factory. The runtime holds the active actors, so it is a singleton in any case.</param>
    public static void AddActors(
        this IServiceCollection services, Action<ActorRuntimeOptions>? configure, ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.AddHealthChecks();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ActorActivatorFactory, ScopedActorActivatorFactory>();
        services.TryAddSingleton(CreateRuntime);
        services.TryAdd(new ServiceDescriptor(typeof(IActorProxyFactory), CreateProxyFactory, lifetime));
        services.AddOptions<ActorRuntimeOptions>().Configure(configure ?? (_ => { })).PostConfigure<IServiceProvider>(Complete);
    }

    private static void Complete(ActorRuntimeOptions options, IServiceProvider provider)
    {
        var configuration = provider.GetService<IConfiguration>();
        if (string.IsNullOrWhiteSpace(options.HttpEndpoint)) options.HttpEndpoint = DaprDefaults.HttpEndpoint(configuration);
        if (string.IsNullOrWhiteSpace(options.DaprApiToken)) options.DaprApiToken = DaprDefaults.ApiToken(configuration) ?? "";
    }

    private static ActorRuntime CreateRuntime(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ActorRuntimeOptions>>().Value;
        return new ActorRuntime(
            options,
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<ActorActivatorFactory>(),
            provider.GetRequiredService<IActorProxyFactory>(),
            ActorApi.At(options.HttpEndpoint!, options.DaprApiToken),
            provider.GetRequiredService<TimeProvider>());
    }

    private static ActorProxyFactory CreateProxyFactory(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ActorRuntimeOptions>>().Value;
        return new ActorProxyFactory(new ActorProxyOptions
        {
            JsonSerializerOptions = options.JsonSerializerOptions,
            DaprApiToken = options.DaprApiToken,
            HttpEndpoint = options.HttpEndpoint!,
            UseJsonSerialization = options.UseJsonSerialization,
        });
    }
}
