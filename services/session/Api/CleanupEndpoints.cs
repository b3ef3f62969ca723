using Athene.Contracts.Sessions;
using Athene.Hosting.Callers;
using Athene.Session.Cleaning;
using Athene.Session.Sessions;

namespace Athene.Session.Api;

/// <summary>Cleanup over HTTP.</summary>
public static class CleanupEndpoints
{
    public static void MapCleanup(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/cleanup", CleanAsync).AllowAnySupervisor();

    private static Task<CleanupResult> CleanAsync(CleanupRequest? request, Caller caller, Cleanup cleanup, CancellationToken cancellationToken)
    {
        var wish = request ?? new CleanupRequest();
        if (wish.Purge && caller.Kind is CallerKind.Session) throw SessionErrors.PurgeOfAgent();
        return cleanup.RunAsync(wish with { Project = caller.Within(wish.Project) }, cancellationToken);
    }
}
