using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Notices;

/// <summary>What people were told last of where a session and its pull request stand.</summary>
/// <param name="IsApproved">Reviewers have approved all that the session has open.</param>
public sealed record Seen(SessionState Session, PullRequestState Pr, PullRequestReason PrReason, bool IsApproved = false)
{
    public static Seen Of(SupervisionState state)
    {
        var lifecycle = state.Session!.Lifecycle;
        return new Seen(lifecycle.Session.State, lifecycle.Pr.State, lifecycle.Pr.Reason, AreApproved(state));
    }

    // What is not known changes nothing.
    private static bool AreApproved(SupervisionState state)
    {
        var open = Supervised.OpenPullRequests(state).ToList();
        if (open.Count == 0 || open.Exists(pr => pr.ReviewDecision is ReviewDecision.Unknown)) return state.Seen?.IsApproved ?? false;
        return open.TrueForAll(pr => pr.ReviewDecision is ReviewDecision.Approved);
    }
}
