using Athene.Contracts.Sessions;
using Athene.Session.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>What the lifecycle service asks and tells of sessions; not for agents.</summary>
public static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/v1/sessions");
        sessions.MapPost("/{id}/transitions", (string id, TransitionRequest request, Transitions transitions, CancellationToken token) =>
            transitions.ApplyAsync(id, request, token));
        sessions.MapPost("/{id}/outcomes", AcceptAsync);
        sessions.MapGet("/{id}/work", (string id, WorkQueries work, CancellationToken token) => work.OfAsync(id, token));
    }

    private static async Task<NoContent> AcceptAsync(string id, OutcomeReport report, OutcomeIntake outcomes, CancellationToken cancellationToken)
    {
        await outcomes.AcceptAsync(id, report, cancellationToken);
        return TypedResults.NoContent();
    }
}
