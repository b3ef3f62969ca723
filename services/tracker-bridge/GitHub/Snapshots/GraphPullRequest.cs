namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What of GitHub's <c>PullRequest</c> is read.</summary>
internal sealed record GraphPullRequest(
    string Id,
    int Number,
    string Url,
    string Title,
    string State,
    bool IsDraft,
    bool IsCrossRepository,
    string HeadRefName,
    string HeadRefOid,
    string BaseRefName,
    GraphActor? Author,
    int Additions,
    int Deletions,
    string? Mergeable,
    string? MergeStateStatus,
    string? ReviewDecision,
    bool IsInMergeQueue,
    GraphRollup? StatusCheckRollup,
    GraphPage<GraphThread>? ReviewThreads,
    GraphPage<GraphReview>? Reviews);
