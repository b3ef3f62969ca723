using Athene.Contracts.Operations;
using Athene.Contracts.Queue;
using Athene.Hosting.Callers;
using Athene.Session.Queue;

namespace Athene.Session.Api;

/// <summary>The queue of spawns over HTTP. An orchestrator sees and cancels those of its project; to release a held one is for a person.</summary>
public static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/queue", ListAsync).AllowAnySupervisor();
        routes.MapPost("/v1/operations/{id}/cancel", CancelAsync).AllowAnySupervisor();
        routes.MapPost("/v1/operations/{id}/release", (string id, QueueDesk desk, CancellationToken token) => desk.ReleaseAsync(id, token));
    }

    private static async Task<QueueList> ListAsync(string? project, Caller caller, QueuePlaces places, CancellationToken cancellationToken) =>
        new(await places.ListAsync(caller.Within(project), cancellationToken));

    private static Task<OperationDocument> CancelAsync(string id, Caller caller, QueueDesk desk, CancellationToken cancellationToken) =>
        desk.CancelAsync(id, caller.ProjectId, cancellationToken);
}
