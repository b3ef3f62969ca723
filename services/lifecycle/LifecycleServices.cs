using Athene.Configuration;
using Athene.Contracts.Json;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Publishing;
using Athene.Lifecycle.PullRequests;
using Athene.Lifecycle.Sessions;
using Athene.Lifecycle.Supervision;

namespace Athene.Lifecycle;

/// <summary>The parts of the lifecycle service, and how they are put together.</summary>
internal static class LifecycleServices
{
    public static void AddDapr(this IServiceCollection services)
    {
        services.AddDaprClient(dapr => dapr.UseJsonSerializationOptions(AtheneJson.Options));
        services.AddSingleton<ISessions>(provider =>
            new SessionService(provider.GetRequiredService<DaprClient>().CreateInvokableHttpClient(SessionService.AppId)));
        services.AddSingleton<IPullRequests>(provider =>
            new PullRequestBridge(provider.GetRequiredService<DaprClient>().CreateInvokableHttpClient(PullRequestBridge.AppId)));
        services.AddSingleton<Announcer>();
    }

    public static void AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton(ConfigurationLoader.LoadFromEnvironment());
        services.AddSingleton<Policies>();
        services.AddSingleton<Supervisors>();
        services.AddActors(actors =>
        {
            actors.UseJsonSerialization = true;
            actors.JsonSerializerOptions = AtheneJson.Options;
            actors.Actors.RegisterActor<Supervisor>();
        });
    }

    public static void AddEffects(this IServiceCollection services)
    {
        services.AddSingleton<EffectDesk>();
        services.AddSingleton<ICarrier, MoveCarrier>();
        services.AddSingleton<ICarrier, TellAgentCarrier>();
        services.AddSingleton<ICarrier, FailureCarrier>();
        services.AddSingleton<ICarrier, TellPeopleCarrier>();
        services.AddSingleton<ICarrier, ResumeCarrier>();
        services.AddSingleton<ICarrier, MergeCarrier>();
        services.AddSingleton<ICarrier, EndSessionCarrier>();
        services.AddSingleton<ICarrier, SumUpCarrier>();
        services.AddSingleton<ICarrier, AnnounceCarrier>();
        services.AddSingleton<ICarrier, AnnounceReactionCarrier>();
        services.AddSingleton<ICarrier, RecordOutcomeCarrier>();
    }
}
