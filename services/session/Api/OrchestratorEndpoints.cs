using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.Session.Operations;
using Athene.Session.Orchestrators;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>A project's orchestrator over HTTP. The answer is the session, or with <c>Prefer: respond-async</c> the operation that brings it.</summary>
public static class OrchestratorEndpoints
{
    public static void MapOrchestrators(this IEndpointRouteBuilder routes)
    {
        var orchestrator = routes.MapGroup("/v1/projects/{project}/orchestrator");
        orchestrator.MapPut("", AnswerTo(OrchestratorDemand.Ensure));
        orchestrator.MapPost("/relaunch", AnswerTo(OrchestratorDemand.Relaunch));
    }

    private static Delegate AnswerTo(OrchestratorDemand demand) =>
        (string project, OrchestratorRequest? body, OrchestratorIntake intake, SessionQueries queries, HttpRequest request, CancellationToken token) =>
            Waiting.IsUnwanted(request)
                ? StartAsync(project, demand, body?.Agent, intake, token)
                : BringAsync(project, demand, body?.Agent, intake, queries, Waiting.Of(request) ?? Waiting.Longest, token);

    private static async Task<Results<Ok<SessionDocument>, Accepted<OperationDocument>>> StartAsync(
        string project, OrchestratorDemand demand, string? agent, OrchestratorIntake intake, CancellationToken cancellationToken)
    {
        var lease = await intake.StartAsync(project, demand, agent, cancellationToken);
        return Later(await intake.OperationAsync(lease, cancellationToken));
    }

    private static async Task<Results<Ok<SessionDocument>, Accepted<OperationDocument>>> BringAsync(
        string project, OrchestratorDemand demand, string? agent, OrchestratorIntake intake, SessionQueries queries, TimeSpan patience, CancellationToken cancellationToken)
    {
        var operation = await intake.BringAsync(project, demand, agent, patience, cancellationToken);
        return operation switch
        {
            { Error: { } problem } => throw new AtheneException(problem),
            { State: OperationState.Succeeded, SessionId: { } sessionId } => TypedResults.Ok(await queries.GetAsync(sessionId, cancellationToken)),
            _ => Later(operation),
        };
    }

    private static Accepted<OperationDocument> Later(OperationDocument operation) =>
        TypedResults.Accepted($"/v1/operations/{operation.Id}", operation);
}
