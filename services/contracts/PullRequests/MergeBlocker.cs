namespace Athene.Contracts.PullRequests;

/// <summary>Why a pull request cannot be merged now (spec trackers-scm-notifiers.md §7.2).</summary>
public enum MergeBlocker
{
    ChecksFailing,
    ChecksPending,
    ChangesRequested,
    ReviewRequired,
    Conflicts,
    BehindBase,
    UnresolvedThreads,
    Draft,

    /// <summary>The rules of the branch do not let it be merged, and do not say why.</summary>
    Protection,
}
