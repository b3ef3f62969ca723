using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>What is in the way of a merge, in words for people. Pure.</summary>
internal static class BlockerWords
{
    public static string Of(IReadOnlyList<MergeBlocker> blockers) =>
        blockers.Count == 0 ? "the host does not say what is in the way" : string.Join(", ", blockers.Select(Of));

    private static string Of(MergeBlocker blocker) => blocker switch
    {
        MergeBlocker.ChecksFailing => "checks are failing",
        MergeBlocker.ChecksPending => "checks have not ended",
        MergeBlocker.ChangesRequested => "changes are requested",
        MergeBlocker.ReviewRequired => "a review is required",
        MergeBlocker.Conflicts => "it conflicts with its base",
        MergeBlocker.BehindBase => "it is behind its base",
        MergeBlocker.UnresolvedThreads => "conversations are not resolved",
        MergeBlocker.Draft => "it is a draft",
        MergeBlocker.Protection => "the rules of its base do not allow it",
        _ => throw new ArgumentOutOfRangeException(nameof(blocker), blocker, null),
    };
}
