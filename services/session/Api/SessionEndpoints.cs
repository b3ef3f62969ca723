using Athene.Contracts.Messages;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.Hosting.Callers;
using Athene.Session.Messages;
using Athene.Session.Operations;
using Athene.Session.Reports;
using Athene.Session.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>Sessions over HTTP (design interfaces.md §3).</summary>
public static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/projects/{project}/sessions", SpawnAsync).AllowProjectSupervisor();
        var sessions = routes.MapGroup("/v1/sessions");
        sessions.MapGet("", (string? project, bool? all, bool? archived, int? page, Caller caller, SessionQueries queries, CancellationToken token) => archived is true
            ? queries.ListArchivedAsync(caller.Within(project), page ?? 0, token)
            : queries.ListAsync(caller.Within(project), all ?? false, token)).AllowAnySupervisor();
        sessions.MapGet("/{id}", (string id, SessionQueries queries, CancellationToken token) => queries.GetAsync(id, token))
            .AllowOwnSession().AllowSupervisor();
        sessions.MapPatch("/{id}", (string id, RenameRequest request, Renaming renaming, CancellationToken token) =>
            renaming.ApplyAsync(id, request, token));
        sessions.MapGet("/{id}/output", (string id, int? lines, SessionQueries queries, CancellationToken token) => queries.OutputAsync(id, lines, token))
            .AllowSupervisor();
        sessions.MapGet("/{id}/attach", (string id, SessionQueries queries, CancellationToken token) => queries.AttachAsync(id, token));
        sessions.MapPost("/{id}/messages", SendAsync).AllowSupervisor().AllowColleagues();
        sessions.MapGet("/{id}/messages/{messageId}", GetMessageAsync).AllowSupervisor().AllowColleagues();
        sessions.MapPost("/{id}/kill", KillAsync).AllowSupervisor();
        sessions.MapPost("/{id}/remap", (string id, RemapRequest? request, Remapping remapping, CancellationToken token) =>
            remapping.RemapAsync(id, request ?? new RemapRequest(), token)).AllowSupervisor();
        sessions.MapPost("/{id}/restore", RestoreEndpoint.RestoreAsync).AllowSupervisor();
        sessions.MapPost("/{id}/reports", (string id, ReportRequest request, ReportIntake intake, CancellationToken token) =>
            intake.AcceptAsync(id, request, token)).AllowOwnSession();
    }

    private static async Task<Results<Created<SessionDocument>, Accepted<OperationDocument>>> SpawnAsync(
        string project, SpawnRequest? body, SpawnIntake intake, OperationReader operations, HttpRequest request, CancellationToken cancellationToken)
    {
        var key = request.Headers["Idempotency-Key"].FirstOrDefault();
        var operationId = await intake.StartAsync(project, body ?? new SpawnRequest(), string.IsNullOrWhiteSpace(key) ? null : key, cancellationToken);
        var location = $"/v1/operations/{operationId}";
        if (Waiting.Of(request) is not { } patience)
            return TypedResults.Accepted(location, await operations.GetAsync(operationId, cancellationToken));
        var operation = await intake.WaitAsync(operationId, patience, cancellationToken);
        if (operation is { State: OperationState.Succeeded, SessionId: { } sessionId })
            return TypedResults.Created($"/v1/sessions/{sessionId}", await intake.SessionOfAsync(sessionId, cancellationToken));
        if (operation is { State: OperationState.Failed, Error: { } problem }) throw new Contracts.Errors.AtheneException(problem);
        return TypedResults.Accepted(location, operation);
    }

    // An agent may end what it started, but what cannot be kept is for a person to give up.
    private static Task<KillResult> KillAsync(
        string id, KillRequest? body, Caller caller, KillIntake intake, CancellationToken cancellationToken) =>
        caller.Kind is CallerKind.Session && body is { Force: true } or { Purge: true }
            ? throw (body.Force ? SessionErrors.ForceOfAgent(id) : SessionErrors.PurgeOfAgent())
            : intake.KillAsync(id, body ?? new KillRequest(), cancellationToken);

    private static async Task<Accepted<MessageDocument>> SendAsync(
        string id, MessageRequest body, Caller caller, Outbox outbox, HttpRequest request, CancellationToken cancellationToken)
    {
        var message = await outbox.AcceptAsync(id, body with { Text = SenderTag.Apply(caller.SessionId, body.Text) }, cancellationToken);
        if (Waiting.Of(request) is { } patience) message = await outbox.WaitAsync(id, message.MessageId, patience, cancellationToken);
        return TypedResults.Accepted($"/v1/sessions/{id}/messages/{message.MessageId}", message);
    }

    private static Task<MessageDocument> GetMessageAsync(
        string id, string messageId, Outbox outbox, HttpRequest request, CancellationToken cancellationToken) =>
        Waiting.Of(request) is { } patience
            ? outbox.WaitAsync(id, messageId, patience, cancellationToken)
            : outbox.GetAsync(id, messageId, cancellationToken);
}
