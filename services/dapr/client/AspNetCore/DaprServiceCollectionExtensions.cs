using Athene.Dapr;
using Athene.Dapr.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Dapr client to an app.</summary>
public static class DaprServiceCollectionExtensions
{
    /// <summary>Adds <see cref="DaprClient"/>, unless it is there already.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Overrides what configuration and environment say.</param>
    public static void AddDaprClient(this IServiceCollection services, Action<DaprClientBuilder>? configure = null) =>
        services.AddDaprClient((_, builder) => configure?.Invoke(builder));

    /// <inheritdoc cref="AddDaprClient(IServiceCollection, Action{DaprClientBuilder})"/>
    public static void AddDaprClient(this IServiceCollection services, Action<IServiceProvider, DaprClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider =>
        {
            var configuration = provider.GetService<IConfiguration>();
            var builder = new DaprClientBuilder()
                .UseHttpEndpoint(DaprDefaults.HttpEndpoint(configuration))
                .UseGrpcEndpoint(DaprDefaults.GrpcEndpoint(configuration));
            if (DaprDefaults.ApiToken(configuration) is { } token) builder.UseDaprApiToken(token);
            configure(provider, builder);
            return builder.Build();
        });
    }
}
