using Athene.Dapr.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Dapr to an app with controllers.</summary>
public static class DaprMvcBuilderExtensions
{
    /// <summary>Adds <see cref="DaprClient"/>. Unlike in the SDK, arguments of actions are not bound to state.</summary>
    public static IMvcBuilder AddDapr(this IMvcBuilder builder, Action<DaprClientBuilder>? configureClient = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDaprClient(configureClient);
        return builder;
    }
}
