using Athene.Hosting.Callers;
using Athene.TrackerBridge.Webhooks;

namespace Athene.TrackerBridge.Api;

/// <summary>Where hosts report what happened there. They have no token of ours: a signature proves them.</summary>
internal static class WebhookEndpoints
{
    /// <summary>Takes webhooks at the usual addresses, and at any other that a project's <c>scm.webhook.path</c> names.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapPost("/webhooks/{provider}", AcceptAsync).AllowAnyCaller().RequireRateLimiting(WebhookServices.Limit);
        app.MapFallback("{*path}", AcceptAsync).AllowAnyCaller().RequireRateLimiting(WebhookServices.Limit);
    }

    private static async Task<IResult> AcceptAsync(HttpRequest request, WebhookIntake intake, CancellationToken token) =>
        HttpMethods.IsPost(request.Method) ? Results.Accepted(value: await intake.AcceptAsync(request, token)) : Results.NotFound();
}
