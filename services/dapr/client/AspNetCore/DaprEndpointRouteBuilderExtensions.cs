using Athene.Dapr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Tells the sidecar what the app subscribes to.</summary>
public static class DaprEndpointRouteBuilderExtensions
{
    /// <summary>Serves <c>GET /dapr/subscribe</c>, which the sidecar reads when it sees the app.</summary>
    public static IEndpointConventionBuilder MapSubscribeHandler(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapSubscribeHandler(new SubscribeOptions());

    /// <inheritdoc cref="MapSubscribeHandler(IEndpointRouteBuilder)"/>
    public static IEndpointConventionBuilder MapSubscribeHandler(this IEndpointRouteBuilder endpoints, SubscribeOptions? options) =>
        endpoints.MapGet("dapr/subscribe", context =>
        {
            var sources = context.RequestServices.GetRequiredService<EndpointDataSource>();
            var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("DaprTopicSubscription");
            var subscriptions = SubscriptionDocument.Of(sources.Endpoints.OfType<RouteEndpoint>(), options?.EnableRawPayload is true, logger);
            return context.Response.WriteAsJsonAsync(subscriptions, SubscriptionDocument.Json, context.RequestAborted);
        });
}
