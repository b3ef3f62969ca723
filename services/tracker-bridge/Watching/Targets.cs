using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Watching;

/// <summary>What has to be read for the sessions that are watched (spec lifecycle.md §8.2). Pure.</summary>
public static class Targets
{
    /// <summary>Each target once, however many sessions want it.</summary>
    public static IReadOnlyList<WatchTarget> Of(IEnumerable<WatchedSession> sessions, IReadOnlyDictionary<string, ProjectPlace> places) =>
        [.. sessions.SelectMany(session => places.TryGetValue(session.ProjectId, out var place) ? Of(session, place) : []).Distinct()];

    /// <summary>The session's own pull requests, and its branch as long as none of them is open in the project's repository.</summary>
    public static IEnumerable<WatchTarget> Of(WatchedSession session, ProjectPlace place)
    {
        foreach (var pr in session.PullRequests)
            yield return Target(place, place.IsRepo(pr.Repo) ? place.Repo : pr.Repo, pr.Number, null);
        if (LooksForOne(session, place)) yield return Target(place, place.Repo, null, session.Branch);
    }

    /// <summary>Whether a pull request that comes from its branch may become the session's own.</summary>
    public static bool LooksForOne(WatchedSession session, ProjectPlace place) =>
        session is { FindsByBranch: true, Branch: { Length: > 0 } branch }
        && branch != place.DefaultBranch
        && !session.PullRequests.Any(pr => !pr.IsSettled && place.IsRepo(pr.Repo));

    private static WatchTarget Target(ProjectPlace place, string repo, int? number, string? branch) =>
        new(place.Host.Provider, new PullRequestQuery(repo, place.Host.ApiUrl, number, branch));
}
