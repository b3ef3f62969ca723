using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;

namespace Athene.Lifecycle.PullRequests;

/// <summary>Whether a pull request can be merged. Pure.</summary>
internal static class Readiness
{
    /// <summary>Its host would merge it, its checks have passed (or it has none), and nobody has to look at it first.</summary>
    public static bool IsReady(PullRequestSnapshot pr) =>
        pr is { State: PullRequestState.Open, IsDraft: false, Mergeability: Mergeability.Ready }
        && pr.ChecksState is ChecksState.Passing or ChecksState.None
        && pr.ReviewDecision is ReviewDecision.Approved or ReviewDecision.None;
}
