using System.Globalization;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.PullRequests;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Claims;

/// <summary>Who may claim what, and from whom (spec sessions.md §18). Pure.</summary>
public static class ClaimRules
{
    /// <exception cref="AtheneException">The session cannot have a pull request.</exception>
    public static void RequireClaimant(SessionRecord session)
    {
        if (session.Kind is SessionKind.Orchestrator) throw Refused(session, "an orchestrator delegates to workers, and works on no pull request itself");
        if (session.Lifecycle.IsTerminal || session.Retired) throw SessionErrors.Terminated(session.Id);
        if (session.WorkspacePath is null)
        {
            throw new AtheneException(
                ErrorTypes.WorkspaceMissing, StatusCodes.Status422UnprocessableEntity, $"Session {session.Id} has no worktree to check the pull request out in.",
                $"'athene get {session.Id}' shows how it stands; spawn a session for the pull request instead.", session.Id);
        }
    }

    /// <exception cref="AtheneException">The pull request is settled already.</exception>
    public static void RequireOpen(PullRequestDetails pr)
    {
        if (pr.State is PullRequestState.Open) return;
        throw new AtheneException(
            ErrorTypes.PullRequestNotOpen, StatusCodes.Status409Conflict,
            $"Pull request #{pr.Number} is {(pr.State is PullRequestState.Merged ? "merged" : "closed")}; only an open one can be worked on.",
            "Reopen it on its host, or spawn a session for what is left to do.");
    }

    /// <summary>
    /// Whether the session loses the pull request: it holds it, or would find it by its branch. One whose worktree is gone finds nothing any more.
    /// </summary>
    public static bool IsDisplaced(SessionRecord session, string url, string branch) =>
        session.Kind is SessionKind.Worker
        && (PrList.Holds(session, url) || (session is { Retired: false, PrAutoDetect: true } && session.Branch == branch));

    /// <summary>The branch here that continues the pull request's. One of a fork is not the branch that has its name here.</summary>
    public static string LocalBranch(PullRequestDetails pr) =>
        pr.IsFork ? string.Create(CultureInfo.InvariantCulture, $"pr-{pr.Number}") : pr.HeadBranch;

    public static AtheneException Refused(SessionRecord session, string why) => new(
        ErrorTypes.ClaimRefused, StatusCodes.Status409Conflict, $"Session {session.Id} cannot claim a pull request: {why}.",
        "'athene ls' shows the workers.", session.Id);
}
