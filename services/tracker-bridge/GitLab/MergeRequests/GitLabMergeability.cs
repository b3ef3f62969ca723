using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>Whether GitLab would merge, and what is in the way. GitLab names the first obstacle only; what else is known is added. Pure.</summary>
internal static class GitLabMergeability
{
    public static (Mergeability Mergeability, IReadOnlyList<MergeBlocker> Blockers) Of(GitLabMergeRequest mr, ChecksState checks, ReviewDecision decision)
    {
        var named = Named(mr.DetailedMergeStatus, checks);
        MergeBlocker[] blockers = [.. named.Blockers.Union(Known(mr, decision)).Order()];
        if (mr.MergeWhenPipelineSucceeds && !mr.HasConflicts) return (Mergeability.Queued, blockers);
        return blockers.Length > 0 ? (Mergeability.Blocked, blockers) : (named.Mergeability, blockers);
    }

    private static IEnumerable<MergeBlocker> Known(GitLabMergeRequest mr, ReviewDecision decision)
    {
        if (mr.HasConflicts) yield return MergeBlocker.Conflicts;
        if (mr.Draft) yield return MergeBlocker.Draft;
        if (mr.BlockingDiscussionsResolved is false) yield return MergeBlocker.UnresolvedThreads;
        if (decision is ReviewDecision.Pending) yield return MergeBlocker.ReviewRequired;
        if (decision is ReviewDecision.ChangesRequested) yield return MergeBlocker.ChangesRequested;
    }

    private static (Mergeability Mergeability, MergeBlocker[] Blockers) Named(string? status, ChecksState checks) => status switch
    {
        "mergeable" => (Mergeability.Ready, []),
        null or "" or "unchecked" or "checking" or "preparing" or "approvals_syncing" => (Mergeability.Unknown, []),
        "conflict" or "broken_status" => Blocked(MergeBlocker.Conflicts),
        "ci_must_pass" => Blocked(checks is ChecksState.Failing ? MergeBlocker.ChecksFailing : MergeBlocker.ChecksPending),
        "ci_still_running" => Blocked(MergeBlocker.ChecksPending),
        "status_checks_must_pass" or "external_status_checks" => Blocked(MergeBlocker.ChecksPending),
        "discussions_not_resolved" => Blocked(MergeBlocker.UnresolvedThreads),
        "draft_status" => Blocked(MergeBlocker.Draft),
        "not_approved" => Blocked(MergeBlocker.ReviewRequired),
        "requested_changes" => Blocked(MergeBlocker.ChangesRequested),
        "need_rebase" => Blocked(MergeBlocker.BehindBase),
        _ => Blocked(MergeBlocker.Protection),
    };

    private static (Mergeability Mergeability, MergeBlocker[] Blockers) Blocked(MergeBlocker blocker) => (Mergeability.Blocked, [blocker]);
}
