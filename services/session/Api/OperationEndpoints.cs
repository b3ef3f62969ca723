using Athene.Contracts.Operations;
using Athene.Hosting.Callers;
using Athene.Session.Operations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Athene.Session.Api;

/// <summary>Operations over HTTP. With <c>Prefer: wait=S</c> and <c>If-None-Match</c> the answer comes when the operation has moved.</summary>
public static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/operations/{id}", GetAsync).AllowAnySupervisor();

    private static async Task<Results<Ok<OperationDocument>, StatusCodeHttpResult>> GetAsync(
        string id, Caller caller, OperationAccess access, OperationReader operations, HttpContext http, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caller, id, cancellationToken);
        var known = http.Request.Headers.IfNoneMatch.ToString();
        var operation = Waiting.Of(http.Request) is { } patience
            ? await operations.WaitForChangeAsync(id, known, patience, cancellationToken)
            : await operations.GetAsync(id, cancellationToken);
        var tag = OperationReader.TagOf(operation);
        http.Response.Headers.ETag = tag;
        if (known.Length > 0 && known == tag) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(operation);
    }
}
