using Athene.TrackerBridge.Sessions;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>The parts that webhooks need, and how they are put together.</summary>
internal static class WebhookServices
{
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ISessionService>(services =>
            new SessionService(services.GetRequiredService<DaprClient>().CreateInvokableHttpClient(SessionService.AppId)));
        builder.Services.AddSingleton<ProjectDirectory>();
        builder.Services.AddSingleton<IWebhookHost, GitHubWebhooks>();
        builder.Services.AddSingleton<IWebhookHost, GitLabWebhooks>();
        builder.Services.AddSingleton<WebhookSecrets>();
        builder.Services.AddSingleton<DeliveryLog>();
        builder.Services.AddSingleton<WebhookIntake>();
    }
}
