namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What of GitHub's <c>PullRequest</c> is read.</summary>
/// <param name="LatestOpinionatedReviews">Of those who may write.</param>
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
    DateTimeOffset? CreatedAt,
    int Additions,
    int Deletions,
    string? Mergeable,
    string? MergeStateStatus,
    string? ReviewDecision,
    bool IsInMergeQueue,
    GraphRollup? StatusCheckRollup,
    GraphPage<GraphThread>? ReviewThreads,
    GraphPage<GraphReview>? Reviews,
    GraphPage<GraphOpinion>? LatestOpinionatedReviews);
