using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Machine.Observation;

/// <summary>What changed between two snapshots. Pure.</summary>
public static class SnapshotComparison
{
    public static IReadOnlyList<RuntimeChange> Changes(RuntimeSnapshot previous, RuntimeSnapshot current) =>
    [
        .. previous.Panes.Keys.Where(id => !current.Panes.ContainsKey(id)).Select(id => new RuntimeGone(id)),
        .. current.Panes.Values.SelectMany(pane => Changes(previous, pane)),
    ];

    /// <summary>
    /// The terminals whose screens are worth reading again. The activity time has whole seconds, so one within the second of the
    /// previous look may have come after it.
    /// </summary>
    public static IReadOnlyList<RuntimePane> ToCapture(RuntimeSnapshot previous, RuntimeSnapshot current) =>
        [.. current.Panes.Values.Where(pane => IsScreenNew(previous, pane))];

    private static IEnumerable<RuntimeChange> Changes(RuntimeSnapshot previous, RuntimePane pane)
    {
        var known = previous.Panes.GetValueOrDefault(pane.SessionId);
        if (known is null) yield return new RuntimeAppeared(pane.SessionId);
        if (pane.Exited && !IsSameEnd(known, pane))
            yield return new AgentExited(pane.SessionId, pane.ExitStatus, pane.ExitSignal);
        if (IsScreenNew(previous, pane)) yield return new ScreenChanged(pane.SessionId, pane.LastActivity);
    }

    private static bool IsSameEnd(RuntimePane? known, RuntimePane pane) =>
        known is { Exited: true } && known.ProcessId == pane.ProcessId && known.HasResult == pane.HasResult;

    private static bool IsScreenNew(RuntimeSnapshot previous, RuntimePane pane) =>
        previous.Panes.GetValueOrDefault(pane.SessionId) is not { } known
        || known.ProcessId != pane.ProcessId
        || known.Exited != pane.Exited
        || pane.LastActivity > known.LastActivity
        || previous.TakenAt.ToUnixTimeSeconds() <= pane.LastActivity.ToUnixTimeSeconds();
}
