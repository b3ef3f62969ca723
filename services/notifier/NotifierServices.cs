using Athene.Configuration;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Json;
using Athene.Notifier.Channels;
using Athene.Notifier.Channels.Desktop;
using Athene.Notifier.Channels.Slack;
using Athene.Notifier.Delivery;
using Athene.Notifier.Reporting;
using Athene.Notifier.Routing;
using Athene.Notifier.Secrets;

namespace Athene.Notifier;

/// <summary>The parts of the notifier, and how they are put together.</summary>
internal static class NotifierServices
{
    public static void AddDapr(this WebApplicationBuilder builder) =>
        builder.Services.AddDaprClient(dapr => dapr.UseJsonSerializationOptions(AtheneJson.Options));

    public static void AddChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new SecretReader(
            services.GetRequiredService<DaprClient>(), Environment.GetEnvironmentVariable, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(DesktopEnvironment.Current());
        builder.Services.AddSingleton<ChannelHttp>();
        builder.Services.AddSingleton<SlackThreads>();
        builder.Services.AddSingleton<ChannelFactory>();
    }

    public static void AddRouting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ConfigurationLoader.LoadFromEnvironment());
        builder.Services.AddSingleton<NotifierCatalog>();
        builder.Services.AddSingleton<Targets>();
        builder.Services.AddSingleton<Routes>();
    }

    public static void AddDelivery(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeliveryStore>();
        builder.Services.AddSingleton<Wakeups>();
        builder.Services.AddSingleton<Intake>();
        builder.Services.AddSingleton<Board>();
        builder.Services.AddSingleton<Retries>();
        builder.Services.AddSingleton<Attempts>();
        builder.Services.AddSingleton<Trials>();
        builder.Services.AddSingleton<Instruments>();
        builder.Services.AddSingleton<IEnumerable<TargetWorker>>(services =>
            [.. services.GetRequiredService<Targets>().All.Select(target => ActivatorUtilities.CreateInstance<TargetWorker>(services, target))]);
        builder.Services.AddHostedService<Dispatcher>();
    }

    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<FailureReports>(
            services, services.GetRequiredService<DaprClient>().CreateInvokableHttpClient(FailureReports.AppId)));
        builder.Services.AddSingleton<NotifierHealth>();
        builder.Services.AddHostedService<Reporter>();
        builder.Services.AddHostedService<StartCheck>();
    }
}
