using Athene.Contracts.Lifecycle;

namespace Athene.Lifecycle.Assessing;

/// <summary>How all pull requests of a session stand together, and what that means for the session.</summary>
/// <param name="Session">Null: it says nothing of the session.</param>
public sealed record PullRequestAssessment(PullRequestState State, PullRequestReason Reason, Verdict? Session)
{
    public static PullRequestAssessment Merged { get; } =
        new(PullRequestState.Merged, PullRequestReason.Merged, new Verdict(SessionState.Idle, SessionReason.MergedWaitingDecision));

    public static PullRequestAssessment Closed { get; } =
        new(PullRequestState.Closed, PullRequestReason.ClosedUnmerged, new Verdict(SessionState.Idle, SessionReason.PrClosedWaitingDecision));

    /// <summary>An open one, and where that leaves the session.</summary>
    public static PullRequestAssessment Open(PullRequestReason reason, SessionState state, SessionReason why) =>
        new(PullRequestState.Open, reason, new Verdict(state, why));
}
