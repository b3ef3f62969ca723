using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.Session.Operations;
using Athene.Session.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>
/// Restores over HTTP. The answer is the session once its agent runs; with <c>Prefer: wait=S</c> it is the operation when that takes
/// longer, and with <c>respond-async</c> it is in any case.
/// </summary>
internal static class RestoreEndpoint
{
    public static async Task<Results<Ok<SessionDocument>, Accepted<OperationDocument>>> RestoreAsync(
        string id, RestoreIntake intake, OperationReader operations, SessionQueries queries, HttpRequest request, CancellationToken cancellationToken)
    {
        var operationId = await intake.StartAsync(id, cancellationToken);
        if (Waiting.IsUnwanted(request))
            return TypedResults.Accepted($"/v1/operations/{operationId}", await operations.GetAsync(operationId, cancellationToken));

        var operation = Waiting.Of(request) is { } patience
            ? await operations.WaitAsync(operationId, patience, cancellationToken)
            : await operations.EndAsync(operationId, cancellationToken);
        return operation switch
        {
            { State: OperationState.Succeeded } => TypedResults.Ok(await queries.GetAsync(id, cancellationToken)),
            { State: OperationState.Failed, Error: { } problem } => throw new AtheneException(problem),
            _ => TypedResults.Accepted($"/v1/operations/{operationId}", operation),
        };
    }
}
