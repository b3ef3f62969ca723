using Athene.Contracts.Lifecycle;

namespace Athene.Contracts.PullRequests;

/// <summary>All that supervision needs to know of a pull request at one moment. What people wrote in it is not to be trusted.</summary>
public sealed record PullRequestSnapshot
{
    /// <summary><c>owner/name</c> on its host.</summary>
    public required string Repo { get; init; }

    public required int Number { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>open, merged or closed.</summary>
    public required PullRequestState State { get; init; }

    public bool IsDraft { get; init; }

    public required string HeadBranch { get; init; }

    public required string HeadSha { get; init; }

    /// <summary>The branch is in another repository than the pull request.</summary>
    public bool IsFork { get; init; }

    public required string BaseBranch { get; init; }

    public string? Author { get; init; }

    /// <summary>When it was opened; null: the host does not tell.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public ChecksState ChecksState { get; init; }

    public IReadOnlyList<CheckDocument> Checks { get; init; } = [];

    public ReviewDecision ReviewDecision { get; init; }

    /// <summary>Unresolved ones only.</summary>
    public IReadOnlyList<ReviewThread> Threads { get; init; } = [];

    /// <summary>Of each reviewer the opinion that stands and the latest comment, as far as they have words of their own.</summary>
    public IReadOnlyList<ReviewDocument> Reviews { get; init; } = [];

    public Mergeability Mergeability { get; init; }

    public IReadOnlyList<MergeBlocker> Blockers { get; init; } = [];

    public int Additions { get; init; }

    public int Deletions { get; init; }

    /// <summary>Grows with every observation of this pull request that differs from the one before: of two snapshots the higher is the newer.</summary>
    public long Revision { get; init; }

    public required DateTimeOffset ObservedAt { get; init; }
}
