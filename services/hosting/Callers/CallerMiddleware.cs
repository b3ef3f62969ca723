using Athene.Contracts.Errors;
using Microsoft.AspNetCore.Http;

namespace Athene.Hosting.Callers;

/// <summary>Finds out who calls, and lets through whom the endpoint accepts.</summary>
public sealed class CallerMiddleware(RequestDelegate next, CallerTokens tokens, SessionRights rights)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var caller = tokens.Identify(context);
        if (await AcceptAsync(caller, context) is not { } accepted) throw RefusalOf(caller, context);
        context.Features.Set(accepted);
        await next(context);
    }

    private async Task<Caller?> AcceptAsync(Caller caller, HttpContext context)
    {
        if (caller.Kind is CallerKind.Owner or CallerKind.Sidecar) return caller;
        if (context.GetEndpoint()?.Metadata.GetMetadata<CallerPolicy>() is { Anyone: true }) return caller;
        return caller.Kind is CallerKind.Session ? await rights.GrantAsync(caller, context) : null;
    }

    private static AtheneException RefusalOf(Caller caller, HttpContext context)
    {
        if (caller.Kind is CallerKind.Session)
        {
            return new AtheneException(
                ErrorTypes.Unauthorized,
                StatusCodes.Status403Forbidden,
                $"The token of session {caller.SessionId} is not good for {context.Request.Method} {context.Request.Path}.",
                "A session's token opens that session and messages to its orchestrator; an orchestrator's also the sessions of its project. Ask the owner of this Athene home to do it.");
        }

        return new AtheneException(
            ErrorTypes.Unauthorized,
            StatusCodes.Status401Unauthorized,
            $"{context.Request.Method} {context.Request.Path} needs a token that is valid here.",
            "Send 'Authorization: Bearer TOKEN' with the content of the file 'token' in ATHENE_HOME.");
    }
}
