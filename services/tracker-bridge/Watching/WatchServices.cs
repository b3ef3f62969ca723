using Athene.Configuration;
using Athene.TrackerBridge.Watching.Snapshots;

namespace Athene.TrackerBridge.Watching;

/// <summary>The parts that watch hosts, and how they are put together.</summary>
internal static class WatchServices
{
    public static void AddWatching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => services.GetRequiredService<AtheneConfiguration>().Polling);
        builder.Services.AddSingleton<WatchList>();
        builder.Services.AddSingleton<Schedule>();
        builder.Services.AddSingleton<SnapshotStore>();
        builder.Services.AddSingleton<TrackerPublisher>();
        builder.Services.AddSingleton<PullRequestWatch>();
        builder.Services.AddSingleton<BranchWatch>();
        builder.Services.AddSingleton<IssueWatch>();
        builder.Services.AddSingleton<Watch>();
        builder.Services.AddSingleton<WatchReport>();
        builder.Services.AddHostedService<WatchLoop>();
    }
}
