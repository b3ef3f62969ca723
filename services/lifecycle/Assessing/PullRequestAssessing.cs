using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Assessing;

/// <summary>Judges all pull requests of a session together (spec lifecycle.md §6). What a host could not say changes nothing. Pure.</summary>
public static class PullRequestAssessing
{
    private static readonly string[] WaitingWords = ["waiting", "ready_for_review", "pr_created", "completed"];

    /// <summary>Null: there is none, or too little is known of them.</summary>
    public static PullRequestAssessment? Of(SupervisionState state)
    {
        var session = state.Session!;
        var states = session.Prs.Select(pr => StateOf(state, pr)).ToList();
        if (states.Count == 0) return null;
        if (states.TrueForAll(one => one is PullRequestState.Merged)) return PullRequestAssessment.Merged;
        if (!states.Contains(PullRequestState.Open)) return PullRequestAssessment.Closed;

        var open = state.OwnPullRequests().Where(pr => pr.State is PullRequestState.Open).ToList();
        var isComplete = open.Count == states.Count(one => one is PullRequestState.Open);
        return OfOpen(state, open, isComplete);
    }

    private static PullRequestAssessment? OfOpen(SupervisionState state, List<PullRequestSnapshot> open, bool isComplete)
    {
        if (open.Exists(pr => pr.ChecksState is ChecksState.Failing))
            return PullRequestAssessment.Open(PullRequestReason.CiFailing, SessionState.Working, SessionReason.FixingCi);
        if (open.Exists(pr => pr.ReviewDecision is ReviewDecision.ChangesRequested))
        {
            return HasAnswered(state)
                ? PullRequestAssessment.Open(PullRequestReason.ChangesRequested, SessionState.Idle, SessionReason.AwaitingExternalReview)
                : PullRequestAssessment.Open(PullRequestReason.ChangesRequested, SessionState.Working, SessionReason.ResolvingReviewComments);
        }

        if (!isComplete || open.Exists(pr => pr.ChecksState is ChecksState.Unknown || pr.ReviewDecision is ReviewDecision.Unknown)) return null;
        if (open.TrueForAll(pr => Readiness.IsReady(state, pr)) || StaysReady(state, open)) return Waiting(PullRequestReason.MergeReady);
        if (open.TrueForAll(pr => pr.ReviewDecision is ReviewDecision.Approved)) return Waiting(PullRequestReason.Approved);
        return open.TrueForAll(pr => pr.ReviewDecision is ReviewDecision.None)
            ? PullRequestAssessment.Open(PullRequestReason.InProgress, SessionState.Idle, SessionReason.PrCreated)
            : Waiting(PullRequestReason.ReviewPending);
    }

    // A host forgets whether it would merge whenever its base moves, and finds out anew.
    private static bool StaysReady(SupervisionState state, List<PullRequestSnapshot> open) =>
        state.Session!.Lifecycle.Pr.Reason is PullRequestReason.MergeReady
        && open.TrueForAll(pr => Readiness.IsReady(state, pr.Mergeability is Mergeability.Unknown ? pr with { Mergeability = Mergeability.Ready } : pr));

    private static PullRequestAssessment Waiting(PullRequestReason reason) =>
        PullRequestAssessment.Open(reason, SessionState.Idle, SessionReason.AwaitingExternalReview);

    // A host goes on asking for changes until the reviewer has looked again; an agent that has said it is done with them waits for that.
    private static bool HasAnswered(SupervisionState state) =>
        state.Report is { } report && WaitingWords.Contains(report.Word)
        && state.Incidents.Values.All(incident => incident.Key != Reactions.ReactionKeys.ChangesRequested || incident.LastAttemptAt < report.At);

    private static PullRequestState StateOf(SupervisionState state, PullRequestDocument pr)
    {
        if (state.PullRequests.GetValueOrDefault(PullRequestUrl.KeyOf(pr.Url)) is { } seen) return seen.State;
        return pr.State switch
        {
            "merged" => PullRequestState.Merged,
            "closed" => PullRequestState.Closed,
            _ => PullRequestState.Open,
        };
    }
}
