using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>Whose a pull request is: never two sessions' (spec lifecycle.md §8.1, §8.2). Pure.</summary>
public static class Ownership
{
    /// <summary>
    /// The session that says it owns the pull request; else the youngest that looks for one of this branch. One that is merged or closed, and older than the
    /// session, is somebody else's on a branch of the same name, unless the session saw it open.
    /// </summary>
    public static WatchedSession? Of(
        PullRequestSnapshot snapshot, StoredPullRequest? known, IReadOnlyList<WatchedSession> sessions, IReadOnlyDictionary<string, ProjectPlace> places)
    {
        var here = sessions.OrderByDescending(session => session.CreatedAt).ThenBy(session => session.Id, StringComparer.Ordinal).ToList();
        return here.FirstOrDefault(session => session.Holds(snapshot.Repo, snapshot.Number) || HoldsWithoutRepo(session, snapshot, places))
            ?? here.FirstOrDefault(session => IsFound(session, snapshot, known, places));
    }

    private static bool HoldsWithoutRepo(WatchedSession session, PullRequestSnapshot snapshot, IReadOnlyDictionary<string, ProjectPlace> places) =>
        session.Holds("", snapshot.Number) && places.GetValueOrDefault(session.ProjectId)?.IsRepo(snapshot.Repo) is true;

    private static bool IsFound(
        WatchedSession session, PullRequestSnapshot snapshot, StoredPullRequest? known, IReadOnlyDictionary<string, ProjectPlace> places) =>
        !snapshot.IsFork
        && session.Branch == snapshot.HeadBranch
        && places.TryGetValue(session.ProjectId, out var place)
        && place.IsRepo(snapshot.Repo)
        && Targets.LooksForOne(session, place)
        && (snapshot.State is PullRequestState.Open || snapshot.CreatedAt >= session.CreatedAt || known?.Told.ContainsKey(session.Id) is true);
}
