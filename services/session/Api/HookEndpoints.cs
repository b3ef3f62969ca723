using Athene.Contracts.Sessions;
using Athene.Hosting.Callers;
using Athene.Session.Hooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>Facts from inside a session, for programs that can better send than write a file.</summary>
public static class HookEndpoints
{
    public static void MapHooks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/sessions/{id}/hooks", PostAsync).AllowOwnSession();

    private static async Task<Accepted> PostAsync(string id, HookRequest request, HookPost post, CancellationToken cancellationToken)
    {
        await post.AcceptAsync(id, request, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
