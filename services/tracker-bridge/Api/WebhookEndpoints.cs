using Athene.Contracts.Errors;
using Athene.Hosting.Callers;

namespace Athene.TrackerBridge.Api;

/// <summary>Where hosts report what happened there.</summary>
internal static class WebhookEndpoints
{
    // Hosts have no token of ours. Nothing is read from the request until there is a signature to check.
    public static void MapWebhooks(this IEndpointRouteBuilder app) => app.MapPost("/webhooks/{provider}", Refuse).AllowAnyCaller();

    private static IResult Refuse(string provider) => throw new AtheneException(
        ErrorTypes.TrackerNotConfigured,
        StatusCodes.Status501NotImplemented,
        $"Webhooks of '{provider}' are not configured here.",
        "This version of Athene takes issues from local Markdown files only; remove the webhook at the host.");
}
