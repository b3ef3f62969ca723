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
        routes.MapPost("/v1/projects/{project}/sessions", SpawnAsync);
        var sessions = routes.MapGroup("/v1/sessions");
        sessions.MapGet("", (string? project, bool? all, SessionQueries queries, CancellationToken token) => queries.ListAsync(project, all ?? false, token));
        sessions.MapGet("/{id}", (string id, SessionQueries queries, CancellationToken token) => queries.GetAsync(id, token)).AllowOwnSession();
        sessions.MapPatch("/{id}", (string id, RenameRequest request, Renaming renaming, CancellationToken token) =>
            renaming.ApplyAsync(id, request, token));
        sessions.MapGet("/{id}/output", (string id, int? lines, SessionQueries queries, CancellationToken token) => queries.OutputAsync(id, lines, token));
        sessions.MapGet("/{id}/attach", (string id, SessionQueries queries, CancellationToken token) => queries.AttachAsync(id, token));
        sessions.MapPost("/{id}/messages", SendAsync);
        sessions.MapGet("/{id}/messages/{messageId}", GetMessageAsync);
        sessions.MapPost("/{id}/kill", (string id, KillRequest? request, KillIntake intake, CancellationToken token) =>
            intake.KillAsync(id, request ?? new KillRequest(), token));
        sessions.MapPost("/{id}/restore", RestoreEndpoint.RestoreAsync);
        sessions.MapPost("/{id}/reports", (string id, ReportRequest request, ReportIntake intake, CancellationToken token) =>
            intake.AcceptAsync(id, request, token)).AllowOwnSession();
        sessions.MapPost("/{id}/transitions", (string id, TransitionRequest request, Transitions transitions, CancellationToken token) =>
            transitions.ApplyAsync(id, request, token));
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

    private static async Task<Accepted<MessageDocument>> SendAsync(
        string id, MessageRequest body, Outbox outbox, HttpRequest request, CancellationToken cancellationToken)
    {
        var message = await outbox.AcceptAsync(id, body, cancellationToken);
        if (Waiting.Of(request) is { } patience) message = await outbox.WaitAsync(id, message.MessageId, patience, cancellationToken);
        return TypedResults.Accepted($"/v1/sessions/{id}/messages/{message.MessageId}", message);
    }

    private static Task<MessageDocument> GetMessageAsync(
        string id, string messageId, Outbox outbox, HttpRequest request, CancellationToken cancellationToken) =>
        Waiting.Of(request) is { } patience
            ? outbox.WaitAsync(id, messageId, patience, cancellationToken)
            : outbox.GetAsync(id, messageId, cancellationToken);
}
