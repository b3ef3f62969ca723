using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Contracts.Sessions;
using Athene.Session.Queue;
using Athene.Session.Records;

namespace Athene.Session.Tests.Queue;

/// <summary>Queues and fleets to decide about.</summary>
internal static class Waiting
{
    public static QueuedEntry Entry(string operationId, string project = "app", SpawnPriority priority = SpawnPriority.Normal, params Dependency[] after) =>
        new(operationId, project, Issue: null, priority, after, Number: 0, Since: default);

    public static SpawnQueue QueueOf(params QueuedEntry[] entries) => entries.Aggregate(SpawnQueue.Empty, (queue, entry) => queue.With(entry));

    /// <summary>A fleet of so many sessions of a project, with memory enough.</summary>
    public static FleetView Fleet(int sessions = 0, string project = "app", int? freeMb = null, int starting = 0, params SessionRecord[] dependencies) => new(
        Enumerable.Range(1, sessions).ToDictionary(number => $"live-{project}-{number}", _ => project),
        Enumerable.Range(1, starting).Select(number => $"live-{project}-{number}").ToHashSet(),
        freeMb,
        SpendingDay.Of(default),
        dependencies.ToDictionary(session => session.Id));

    public static AtheneConfiguration Limits(int? most = null, int? mostOfApp = null, int minFreeMb = 0, int sessionMb = 0) => new()
    {
        Limits = new LimitsConfiguration { MaxSessions = most, MinFreeMemoryMb = minFreeMb, SessionMemoryMb = sessionMb },
        Projects = new Dictionary<string, ProjectConfiguration>
        {
            ["app"] = new() { Id = "app", Name = "app", Path = "/code/app", SessionPrefix = "app", Limits = new ProjectLimits(mostOfApp) },
        },
    };

    public static IReadOnlyList<string> Admitted(SpawnQueue queue) =>
        [.. queue.Entries.Where(entry => entry.State is QueueState.Admitted).Select(entry => entry.OperationId)];
}
