using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.Records;

namespace Athene.Session.PullRequests;

/// <summary>
/// The one list of a session's pull requests, the primary first; the lifecycle's pull request part always speaks of the primary (W-S5). Pure.
/// </summary>
public static class PrList
{
    public static bool Holds(SessionRecord session, string url)
    {
        var key = PullRequestUrl.KeyOf(url);
        return session.Prs.Any(pr => PullRequestUrl.KeyOf(pr.Url) == key);
    }

    /// <summary>The session with the pull request as its primary one, the others after it, none twice.</summary>
    public static SessionRecord WithPrimary(SessionRecord session, PullRequestDocument pr, PullRequestReason reason, DateTimeOffset now) => session with
    {
        Prs = [pr, .. Without(session.Prs, pr.Url)],
        Lifecycle = session.Lifecycle with { Pr = new PullRequestPart(PullRequestState.Open, reason, pr.Number, pr.Url, now) },
    };

    /// <summary>
    /// The session after it has lost a pull request: found again by its branch it must not be, and without any other the session is at work, not in review.
    /// </summary>
    public static SessionRecord Displaced(SessionRecord session, string url, DateTimeOffset now)
    {
        var lifecycle = session.Lifecycle;
        var rest = Without(session.Prs, url);
        if (rest.Count == 0 && PrTracking.Is(lifecycle)) lifecycle = lifecycle.To(SessionState.Working, SessionReason.TaskInProgress, now);
        return session with { Prs = rest, PrAutoDetect = false, Lifecycle = lifecycle with { Pr = PartOf(rest, lifecycle.Pr) } };
    }

    /// <summary>The session without pull requests that are merged or closed, as a restore needs it: a settled one must not end it again.</summary>
    public static SessionRecord WithoutSettled(SessionRecord session)
    {
        if (session.Lifecycle.Pr.State is not (PullRequestState.Merged or PullRequestState.Closed)) return session;
        IReadOnlyList<PullRequestDocument> open = [.. session.Prs.Where(pr => IsOpen(pr) && pr.Url != session.Lifecycle.Pr.Url)];
        var part = open.Count == 0
            ? new PullRequestPart(PullRequestState.None, PullRequestReason.ClearedOnRestore)
            : PartOf(open, session.Lifecycle.Pr);
        return session with { Prs = open, Lifecycle = session.Lifecycle with { Pr = part } };
    }

    private static IReadOnlyList<PullRequestDocument> Without(IReadOnlyList<PullRequestDocument> prs, string url)
    {
        var key = PullRequestUrl.KeyOf(url);
        return [.. prs.Where(pr => PullRequestUrl.KeyOf(pr.Url) != key).DistinctBy(pr => PullRequestUrl.KeyOf(pr.Url))];
    }

    private static PullRequestPart PartOf(IReadOnlyList<PullRequestDocument> prs, PullRequestPart before)
    {
        if (prs is not [var primary, ..]) return new PullRequestPart(PullRequestState.None, PullRequestReason.NotCreated);
        if (primary.Url == before.Url) return before;
        return primary.State switch
        {
            "merged" => new PullRequestPart(PullRequestState.Merged, PullRequestReason.Merged, primary.Number, primary.Url),
            "closed" => new PullRequestPart(PullRequestState.Closed, PullRequestReason.ClosedUnmerged, primary.Number, primary.Url),
            _ => new PullRequestPart(PullRequestState.Open, PullRequestReason.InProgress, primary.Number, primary.Url),
        };
    }

    private static bool IsOpen(PullRequestDocument pr) => pr.State is not ("merged" or "closed");
}
