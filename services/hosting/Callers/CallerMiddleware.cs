using Athene.Contracts.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Hosting.Callers;

/// <summary>Finds out who calls, and lets through whom the endpoint accepts.</summary>
public sealed class CallerMiddleware(RequestDelegate next, CallerTokens tokens)
{
    public Task InvokeAsync(HttpContext context)
    {
        var caller = tokens.Identify(context);
        context.Features.Set(caller);
        var policy = context.GetEndpoint()?.Metadata.GetMetadata<CallerPolicy>() ?? CallerPolicy.OwnerOrSidecar;
        if (Accepts(policy, caller, context)) return next(context);
        if (caller.Kind is CallerKind.Session)
        {
            throw new AtheneException(
                ErrorTypes.Unauthorized,
                StatusCodes.Status403Forbidden,
                $"The token of session {caller.SessionId} is not good for {context.Request.Method} {context.Request.Path}.",
                "A session's token opens that session alone. Ask the owner of this Athene home to do it.");
        }

        throw new AtheneException(
            ErrorTypes.Unauthorized,
            StatusCodes.Status401Unauthorized,
            $"{context.Request.Method} {context.Request.Path} needs a token that is valid here.",
            "Send 'Authorization: Bearer TOKEN' with the content of the file 'token' in ATHENE_HOME.");
    }

    private static bool Accepts(CallerPolicy policy, Caller caller, HttpContext context) => caller.Kind switch
    {
        CallerKind.Owner or CallerKind.Sidecar => true,
        CallerKind.Session => policy.Anyone
            || (policy.SessionRouteValue is { } name && caller.SessionId == context.GetRouteValue(name) as string),
        _ => policy.Anyone,
    };
}
