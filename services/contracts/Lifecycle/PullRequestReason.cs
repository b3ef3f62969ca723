namespace Athene.Contracts.Lifecycle;

/// <summary>Why a pull request is in its <see cref="PullRequestState"/> (spec lifecycle.md §1.2).</summary>
public enum PullRequestReason
{
    NotCreated,
    ClearedOnRestore,
    InProgress,
    CiFailing,
    ReviewPending,
    ChangesRequested,
    Approved,
    MergeReady,
    Merged,
    ClosedUnmerged,
}
