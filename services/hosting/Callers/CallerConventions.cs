using Microsoft.AspNetCore.Builder;

namespace Athene.Hosting.Callers;

/// <summary>Says of an endpoint that it accepts more callers than the owner and the sidecar.</summary>
public static class CallerConventions
{
    /// <summary>Accepts callers without any token.</summary>
    public static TBuilder AllowAnyCaller<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new CallerPolicy(Anyone: true));

    /// <summary>Accepts the agent of the session that the route value <paramref name="routeValue"/> names, with that session's token.</summary>
    public static TBuilder AllowOwnSession<TBuilder>(this TBuilder endpoint, string routeValue = "id")
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new CallerPolicy(SessionRouteValue: routeValue));
}
