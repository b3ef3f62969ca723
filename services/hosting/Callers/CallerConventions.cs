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
        endpoint.WithMetadata(new SessionGrant(SessionRelation.Self, routeValue));

    /// <summary>Accepts the orchestrator of the project that the worker in the route value belongs to.</summary>
    public static TBuilder AllowSupervisor<TBuilder>(this TBuilder endpoint, string routeValue = "id")
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new SessionGrant(SessionRelation.Supervisor, routeValue));

    /// <summary>Accepts every session of a project, when the route value names that project's orchestrator.</summary>
    public static TBuilder AllowColleagues<TBuilder>(this TBuilder endpoint, string routeValue = "id")
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new SessionGrant(SessionRelation.Colleague, routeValue));

    /// <summary>Accepts the orchestrator of the project in the route value.</summary>
    public static TBuilder AllowProjectSupervisor<TBuilder>(this TBuilder endpoint, string routeValue = "project")
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new SessionGrant(SessionRelation.ProjectSupervisor, routeValue));

    /// <summary>Accepts orchestrators; the handler must answer with what belongs to <see cref="Caller.ProjectId"/> alone.</summary>
    public static TBuilder AllowAnySupervisor<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new SessionGrant(SessionRelation.AnySupervisor));
}
