using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.PullRequests;

/// <summary>Whether a pull request can be merged. Pure.</summary>
internal static class Readiness
{
    /// <summary>Its host would merge it, its checks have passed (or it never had any), and nobody has to look at it first.</summary>
    public static bool IsReady(SupervisionState state, PullRequestSnapshot pr) => StandingOf(state, pr) is Standing.Holds;

    /// <summary>Undecided while its checks run, or while its host is still finding out.</summary>
    public static Standing StandingOf(SupervisionState state, PullRequestSnapshot pr) => pr switch
    {
        { State: not PullRequestState.Open } or { IsDraft: true } or { ChecksState: ChecksState.Failing } => Standing.Over,
        { ReviewDecision: ReviewDecision.Pending or ReviewDecision.ChangesRequested } => Standing.Over,
        { ReviewDecision: ReviewDecision.Unknown } or { Mergeability: Mergeability.Unknown } => Standing.Undecided,
        { ChecksState: ChecksState.Unknown or ChecksState.Pending } => Standing.Undecided,
        { ChecksState: ChecksState.None } when state.Checked.Contains(pr.Key()) => Standing.Undecided,
        _ => pr.Mergeability is Mergeability.Ready ? Standing.Holds : Standing.Over,
    };

    /// <summary>How all of them stand together.</summary>
    public static Standing StandingOf(SupervisionState state, IReadOnlyList<PullRequestSnapshot> prs)
    {
        List<Standing> standings = [.. prs.Select(pr => StandingOf(state, pr))];
        if (standings.Contains(Standing.Over)) return Standing.Over;
        return standings.Contains(Standing.Undecided) ? Standing.Undecided : Standing.Holds;
    }
}
