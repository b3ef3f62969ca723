using Athene.Testing.GitHub.Documents;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>GitHub's <c>PullRequest</c>.</summary>
internal static class PullRequestNode
{
    public static string IdOf(GitHubPull pull) => $"PR_{pull.Id}";

    public static string StateOf(GitHubPull pull) => pull.IsMerged ? "MERGED" : pull.IsOpen ? "OPEN" : "CLOSED";

    public static GraphNode Of(GitHubPull pull) => new("PullRequest")
    {
        { "id", IdOf(pull) },
        { "number", pull.Number },
        { "url", pull.Url },
        { "title", pull.Title },
        { "state", StateOf(pull) },
        { "isDraft", pull.IsDraft },
        { "isCrossRepository", pull.IsFork },
        { "createdAt", Time.Of(pull.CreatedAt) },
        { "updatedAt", Time.Of(pull.UpdatedAt) },
        { "totalCommentsCount", pull.Comments.Count + pull.Threads.Sum(thread => thread.Comments.Count) },
        { "headRefName", pull.HeadBranch },
        { "headRefOid", pull.HeadSha },
        { "baseRefName", pull.BaseBranch },
        { "author", Actor(pull.Author) },
        { "mergeCommit", pull.MergeSha is { } sha ? new GraphNode("Commit") { { "oid", sha } } : null },
        { "additions", async _ => (await PullStanding.OfAsync(pull)).Additions },
        { "deletions", async _ => (await PullStanding.OfAsync(pull)).Deletions },
        { "mergeable", async _ => (await PullStanding.OfAsync(pull)).Mergeable },
        { "mergeStateStatus", async _ => (await PullStanding.OfAsync(pull)).MergeState },
        { "reviewDecision", async _ => (await PullStanding.OfAsync(pull)).Decision },
        { "isMergeQueueEnabled", pull.Repository.HasMergeQueue },
        { "isInMergeQueue", pull.IsQueued },
        { "mergeQueueEntry", QueueEntry(pull) },
        { "statusCheckRollup", CheckNodes.Rollup(pull.Repository, pull.HeadSha) },
        { "reviewThreads", arguments => GraphConnection.Of([.. pull.Threads.Select(thread => ReviewNodes.Of(pull, thread))], arguments) },
        { "reviews", arguments => GraphConnection.Of([.. pull.Reviews.Select(review => ReviewNodes.Of(pull, review))], arguments) },
        { "latestOpinionatedReviews", arguments => GraphConnection.Of([.. OpinionsOf(pull, (bool?)arguments["writersOnly"] is true).Select(review => ReviewNodes.Of(pull, review))], arguments) },
        { "comments", arguments => GraphConnection.Of([.. pull.Comments.Select(comment => ReviewNodes.Of(pull, comment, "issuecomment-"))], arguments) },
    };

    public static GraphNode? QueueEntry(GitHubPull pull) => pull.IsQueued
        ? new GraphNode("MergeQueueEntry") { { "id", $"MQE_{pull.Id}" }, { "state", "QUEUED" }, { "position", 1 } }
        : null;

    private static IEnumerable<GitHubReview> OpinionsOf(GitHubPull pull, bool writersOnly) => pull.Reviews
        .Where(review => review.State is "APPROVED" or "CHANGES_REQUESTED" or "DISMISSED" && (!writersOnly || pull.Repository.MayWrite(review.Author)))
        .GroupBy(review => review.Author).Select(own => own.Last());

    public static GraphNode Actor(GitHubUser user) => new(user.IsBot ? "Bot" : "User") { { "login", user.GraphLogin } };
}
