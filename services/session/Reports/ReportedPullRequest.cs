using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.PullRequests;
using Athene.Session.Records;

namespace Athene.Session.Reports;

/// <summary>What a report says about a pull request, and what follows for the session's list (spec lifecycle.md §14). Pure.</summary>
public static class ReportedPullRequest
{
    /// <summary>The pull request that a report names; null when it names none.</summary>
    /// <exception cref="AtheneException">It names something else.</exception>
    public static PullRequestUrl? Read(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : PullRequestUrl.Parse(text) ?? throw new AtheneException(
            ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"'{text}' is not the address of a pull request.",
            "Give the address that 'gh pr create' printed: --pr https://…/pull/42");

    /// <summary>The session with the reported pull request. One that another live session owns is not taken from it: that needs a claim.</summary>
    public static SessionRecord Add(LedgerDraft draft, SessionRecord session, PullRequestUrl url, string report)
    {
        var owners = draft.Others.Where(other => PrList.Holds(other, url.Address)).ToList();
        if (owners.Find(owner => !owner.Lifecycle.IsTerminal) is { } owner)
        {
            draft.Record(new Happening(
                EventKinds.PrNotAdded, $"{session.Id} reports {url.Address}, which is {owner.Id}'s; only a claim takes it over", session.ProjectId, session.Id,
                Levels.Warn, new JsonObject { ["url"] = url.Address, ["owner"] = owner.Id }));
            return session;
        }

        foreach (var ended in owners) draft.Change(PrList.Displaced(ended, url.Address, draft.Now));
        var known = session.Prs.FirstOrDefault(pr => PullRequestUrl.KeyOf(pr.Url) == url.Key);
        var pr = known ?? new PullRequestDocument(url.Address, url.Number, "open", Origin: PullRequestOrigin.Reported);
        return PrList.WithPrimary(session, pr, ReasonOf(report), draft.Now);
    }

    /// <summary>The session after a report that names no pull request, but speaks of the one that it has.</summary>
    public static SessionRecord Judge(SessionRecord session, string report, DateTimeOffset now) =>
        session.Lifecycle.Pr.State is PullRequestState.Open && report is ("pr_created" or "draft_pr_created" or "ready_for_review")
            ? session with { Lifecycle = session.Lifecycle with { Pr = session.Lifecycle.Pr with { Reason = ReasonOf(report), LastObservedAt = now } } }
            : session;

    private static PullRequestReason ReasonOf(string report) =>
        report is "ready_for_review" ? PullRequestReason.ReviewPending : PullRequestReason.InProgress;
}
