using Athene.Contracts.Sessions;
using Athene.Hosting.Callers;
using Athene.Session.Pauses;

namespace Athene.Session.Api;

/// <summary>Pauses over HTTP: what paused a session is noticed by itself; that it goes on may also be asked for.</summary>
public static class PauseEndpoints
{
    public static void MapPauses(this IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/sessions/{id}/resume", (string id, ResumeRequest? request, Resuming resuming, CancellationToken token) =>
            resuming.ResumeAsync(id, request ?? new ResumeRequest(), token))
        .AllowSupervisor();
}
