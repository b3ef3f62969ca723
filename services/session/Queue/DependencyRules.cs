using Athene.Contracts.Lifecycle;
using Athene.Session.Records;

namespace Athene.Session.Queue;

/// <summary>When the spawns that come after others may begin. Pure.</summary>
public static class DependencyRules
{
    /// <summary>The spawn with what has finished marked as such, and with what keeps it from beginning: words, or null for nothing.</summary>
    public static (QueuedEntry Entry, string? Obstacle) Look(QueuedEntry entry, SpawnQueue queue, FleetView fleet)
    {
        if (entry.Released || entry.After.All(dependency => dependency.Met)) return (entry with { Held = false }, null);
        var looked = entry.After.Select(dependency => dependency.Met ? dependency : dependency with { Met = HasFinished(SessionOf(dependency, fleet)) }).ToList();
        var seen = entry with { Held = false, After = looked.SequenceEqual(entry.After) ? entry.After : looked };
        var open = looked.Where(dependency => !dependency.Met).ToList();
        if (open.Count == 0) return (seen, null);
        return open.Find(dependency => HasFailed(dependency, queue, fleet)) is { } failed
            ? (seen with { Held = true }, $"{failed.Name} ended without finishing")
            : (seen, $"{string.Join(", ", open.Select(dependency => dependency.Name))} to be done first");
    }

    /// <summary>Whether the work of a session is done: it said so, or its pull request was merged.</summary>
    public static bool HasFinished(SessionRecord? session) =>
        session is { Lifecycle.Session.State: SessionState.Done }
            or { Lifecycle.Session.Reason: SessionReason.PrMerged or SessionReason.MergedWaitingDecision }
            or { Lifecycle.Pr.State: PullRequestState.Merged };

    private static bool HasFailed(Dependency dependency, SpawnQueue queue, FleetView fleet) => dependency.OperationId is { } operationId
        ? queue.Find(operationId) is null or { State: QueueState.Cancelled }
        : SessionOf(dependency, fleet) is null or { Lifecycle.IsTerminal: true };

    private static SessionRecord? SessionOf(Dependency dependency, FleetView fleet) =>
        dependency.SessionId is { } id ? fleet.Dependencies.GetValueOrDefault(id) : null;
}
