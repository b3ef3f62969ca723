using Athene.Contracts.Sessions;
using Athene.Hosting.Callers;
using Athene.Session.Claims;

namespace Athene.Session.Api;

/// <summary>Claims of pull requests over HTTP. An agent may claim for its own session.</summary>
public static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/sessions/{id}/claims", (string id, ClaimRequest request, ClaimIntake claims, CancellationToken token) => claims.ClaimAsync(id, request, token))
        .AllowOwnSession().AllowSupervisor();
}
