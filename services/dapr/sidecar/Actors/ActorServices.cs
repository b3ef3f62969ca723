using Athene.Sidecar.Actors.Reminders;
using Athene.Sidecar.Actors.Timers;

namespace Athene.Sidecar.Actors;

internal static class ActorServices
{
    /// <summary>The actor runtime, without an API to reach it by.</summary>
    public static void AddActors(this IServiceCollection services)
    {
        services.AddSingleton<ActorPlacement>();
        services.AddSingleton<ActorHosting>();
        services.AddSingleton<ActorAppClient>();
        services.AddSingleton<ActorTurns>();
        services.AddSingleton<ActorInvoker>();
        services.AddSingleton<ActorState>();
        services.AddSingleton<ReminderStore>();
        services.AddSingleton<ReminderDelivery>();
        services.AddSingleton<ActorReminders>();
        services.AddSingleton<ActorTimers>();
        services.AddHostedService<ActorLifetime>();
    }
}
