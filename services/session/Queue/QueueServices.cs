using Athene.Session.Machine.Memory;

namespace Athene.Session.Queue;

/// <summary>How many sessions may run, and the spawns that wait.</summary>
internal static class QueueServices
{
    public static void AddQueue(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IFreeMemory>(new ProcFreeMemory(ProcFreeMemory.Usual));
        builder.Services.AddSingleton<RecentStarts>();
        builder.Services.AddSingleton<FleetReader>();
        builder.Services.AddSingleton<DependencyResolver>();
        builder.Services.AddSingleton<SpawnAdmission>();
        builder.Services.AddSingleton<QueueMessenger>();
        builder.Services.AddSingleton<QueuePlaces>();
        builder.Services.AddSingleton<QueueDesk>();
        builder.Services.AddHostedService<SpawnDispatcher>();
    }
}
