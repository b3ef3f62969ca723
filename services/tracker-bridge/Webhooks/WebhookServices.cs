using Athene.TrackerBridge.Sessions;
using Microsoft.AspNetCore.RateLimiting;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>The parts that webhooks need, and how they are put together.</summary>
internal static class WebhookServices
{
    /// <summary>The name of the limit on webhooks that are taken at once.</summary>
    public const string Limit = "webhooks";

    /// <summary>So many bodies are in memory at most; a storm of webhooks waits outside.</summary>
    private const int AtOnce = 32;

    private const int MostWaiting = 1000;

    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ISessionService>(services =>
            new SessionService(services.GetRequiredService<DaprClient>().CreateInvokableHttpClient(SessionService.AppId)));
        builder.Services.AddSingleton<ProjectDirectory>();
        builder.Services.AddSingleton<IWebhookHost, GitHubWebhooks>();
        builder.Services.AddSingleton<IWebhookHost, GitLabWebhooks>();
        builder.Services.AddSingleton<DeliveryLog>();
        builder.Services.AddSingleton<WebhookIntake>();
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            limits.AddConcurrencyLimiter(Limit, webhooks => (webhooks.PermitLimit, webhooks.QueueLimit) = (AtOnce, MostWaiting));
        });
    }
}
