using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Assessing;

/// <summary>What the session's record should say of its pull requests. Pure.</summary>
internal static class Findings
{
    /// <summary>Null: the record says so already.</summary>
    public static PullRequestFindings? Of(SupervisionState state, PullRequestAssessment? assessment, DateTimeOffset now)
    {
        var session = state.Session!;
        if (session.Lifecycle.IsTerminal) return null;
        List<PullRequestDocument> detected = [.. Attribution.Detected(state)];
        List<PullRequestDocument> refreshed = [.. session.Prs.Select(pr => Refreshed(state, pr))];
        var part = session.Lifecycle.Pr;
        var (prState, prReason) = detected.Count > 0 || assessment is null
            ? (PullRequestState.Open, part.State is PullRequestState.Open ? part.Reason : PullRequestReason.InProgress)
            : (assessment.State, assessment.Reason);
        var isKnown = detected.Count == 0 && refreshed.SequenceEqual(session.Prs) && (assessment is null || (part.State == prState && part.Reason == prReason));
        if (isKnown) return null;
        var seen = state.OwnPullRequests().Select(pr => pr.ObservedAt).DefaultIfEmpty(now).Max();
        return new PullRequestFindings(prState, prReason, [.. detected, .. refreshed], seen);
    }

    private static PullRequestDocument Refreshed(SupervisionState state, PullRequestDocument pr) =>
        state.PullRequests.GetValueOrDefault(PullRequestUrl.KeyOf(pr.Url)) is { } seen
            ? pr with { State = seen.State.ToString().ToLowerInvariant(), HeadSha = seen.HeadSha }
            : pr;
}
