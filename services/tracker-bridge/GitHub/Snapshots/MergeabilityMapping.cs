using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Whether GitHub would merge, and what is in the way (spec trackers-scm-notifiers.md §7.2). Pure.</summary>
internal static class MergeabilityMapping
{
    public static IReadOnlyList<MergeBlocker> BlockersOf(GraphPullRequest pull, ChecksState checks, ReviewDecision decision, bool hasThreads)
    {
        List<MergeBlocker> blockers = [];
        if (checks is ChecksState.Failing) blockers.Add(MergeBlocker.ChecksFailing);
        if (checks is ChecksState.Pending) blockers.Add(MergeBlocker.ChecksPending);
        if (decision is ReviewDecision.ChangesRequested) blockers.Add(MergeBlocker.ChangesRequested);
        if (decision is ReviewDecision.Pending) blockers.Add(MergeBlocker.ReviewRequired);
        if (pull.Mergeable == "CONFLICTING" || pull.MergeStateStatus == "DIRTY") blockers.Add(MergeBlocker.Conflicts);
        if (pull.MergeStateStatus == "BEHIND") blockers.Add(MergeBlocker.BehindBase);
        if (pull.IsDraft || pull.MergeStateStatus == "DRAFT") blockers.Add(MergeBlocker.Draft);
        // GitHub does not say which of its rules blocks: open threads are a likely one where nothing else is in the way.
        if (pull.MergeStateStatus == "BLOCKED" && blockers.Count == 0) blockers.AddRange(hasThreads ? [MergeBlocker.UnresolvedThreads, MergeBlocker.Protection] : [MergeBlocker.Protection]);
        return blockers;
    }

    public static Mergeability Of(GraphPullRequest pull, ChecksState checks, ReviewDecision decision, IReadOnlyList<MergeBlocker> blockers)
    {
        // Of what is over, GitHub does not find out.
        if (pull.State != "OPEN") return Mergeability.Unknown;
        if (pull.IsInMergeQueue) return Mergeability.Queued;
        if (blockers.Count > 0) return Mergeability.Blocked;
        var isKnown = pull.Mergeable == "MERGEABLE" && pull.MergeStateStatus is "CLEAN" or "HAS_HOOKS" or "UNSTABLE";
        return isKnown && checks is not ChecksState.Unknown && decision is not ReviewDecision.Unknown ? Mergeability.Ready : Mergeability.Unknown;
    }
}
