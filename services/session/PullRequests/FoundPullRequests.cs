using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.PullRequests;

/// <summary>
/// Writes how a session's pull requests stand into its record, and gives it those that were found by its branch. One that another live session
/// has is never taken from it: that needs a claim. Pure.
/// </summary>
public static class FoundPullRequests
{
    /// <summary>Whether the findings speak of nothing that the session does not have.</summary>
    public static bool AreAllOwned(SessionRecord session, PullRequestFindings? findings) =>
        findings is null || findings.Prs.All(pr => PrList.Holds(session, pr.Url));

    /// <summary>The session as it is with the findings; the same object when they say nothing new.</summary>
    public static SessionRecord Apply(LedgerDraft draft, SessionRecord session, PullRequestFindings findings)
    {
        var added = findings.Prs
            .Where(pr => pr.Origin is PullRequestOrigin.Detected && !PrList.Holds(session, pr.Url) && session.PrAutoDetect)
            .Where(pr => IsFree(draft, session, pr))
            .ToList();
        IReadOnlyList<PullRequestDocument> prs = [.. added, .. session.Prs.Select(pr => Refreshed(pr, findings))];
        if (prs.Count == 0) return session;

        // A new one is what the session works on now; the one before it may be settled, and stays in the list.
        var part = new PullRequestPart(findings.State, findings.Reason, prs[0].Number, prs[0].Url, findings.ObservedAt);
        if (prs.SequenceEqual(session.Prs) && part == session.Lifecycle.Pr with { LastObservedAt = part.LastObservedAt }) return session;
        return session with { Prs = prs, Lifecycle = session.Lifecycle with { Pr = part } };
    }

    private static bool IsFree(LedgerDraft draft, SessionRecord session, PullRequestDocument pr)
    {
        var owners = draft.Others.Where(other => PrList.Holds(other, pr.Url)).ToList();
        if (owners.Find(owner => !owner.Lifecycle.IsTerminal) is { } owner)
        {
            draft.Record(new Happening(
                EventKinds.PrNotAdded, $"{pr.Url} comes from the branch of {session.Id}, but is {owner.Id}'s; only a claim takes it over", session.ProjectId,
                session.Id, Levels.Warn, new JsonObject { ["url"] = pr.Url, ["owner"] = owner.Id }));
            return false;
        }

        foreach (var ended in owners) draft.Change(PrList.Displaced(ended, pr.Url, draft.Now));
        draft.Record(new Happening(
            EventKinds.PrDetected, $"{session.Id} has pull request #{pr.Number}, found by its branch", session.ProjectId, session.Id,
            Data: new JsonObject { ["url"] = pr.Url, ["number"] = pr.Number, ["headSha"] = pr.HeadSha }));
        return true;
    }

    private static PullRequestDocument Refreshed(PullRequestDocument pr, PullRequestFindings findings)
    {
        var key = PullRequestUrl.KeyOf(pr.Url);
        return findings.Prs.FirstOrDefault(found => PullRequestUrl.KeyOf(found.Url) == key) is { } found
            ? pr with { State = found.State, HeadSha = found.HeadSha ?? pr.HeadSha }
            : pr;
    }
}
