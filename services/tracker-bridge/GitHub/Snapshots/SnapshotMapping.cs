using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>GitHub's pull request as Athene's snapshot. Pure.</summary>
internal static class SnapshotMapping
{
    public static PullRequestSnapshot Of(GraphPullRequest pull, string repo, UnknownParts unknown, KnownBots bots, DateTimeOffset now)
    {
        var areKnown = AreOfHead(pull) && !unknown.Checks;
        var checks = areKnown ? CheckMapping.Of(pull.StatusCheckRollup?.Contexts.Nodes ?? []) : [];
        var checksState = areKnown ? ChecksSummary.Of(checks) : ChecksState.Unknown;
        var decision = unknown.Decision ? ReviewDecision.Unknown : ReviewMapping.DecisionOf(pull.ReviewDecision, pull.LatestOpinionatedReviews?.Nodes ?? []);
        var threads = ReviewMapping.ThreadsOf(pull.ReviewThreads?.Nodes ?? [], bots);
        var blockers = pull.State == "OPEN" ? MergeabilityMapping.BlockersOf(pull, checksState, decision, threads.Count > 0) : [];
        return SnapshotSize.Fit(new PullRequestSnapshot
        {
            Repo = repo,
            Number = pull.Number,
            Url = pull.Url,
            Title = pull.Title,
            State = StateOf(pull.State),
            IsDraft = pull.IsDraft,
            HeadBranch = pull.HeadRefName,
            HeadSha = pull.HeadRefOid,
            IsFork = pull.IsCrossRepository,
            BaseBranch = pull.BaseRefName,
            Author = pull.Author?.Login,
            CreatedAt = pull.CreatedAt,
            ChecksState = checksState,
            Checks = checks,
            ReviewDecision = decision,
            Threads = threads,
            Reviews = ReviewMapping.ReviewsOf(pull.Reviews?.Nodes ?? [], bots),
            Mergeability = MergeabilityMapping.Of(pull, checksState, decision, blockers),
            Blockers = blockers,
            Additions = pull.Additions,
            Deletions = pull.Deletions,
            ObservedAt = now,
        });
    }

    public static PullRequestState StateOf(string state) => state switch
    {
        "MERGED" => PullRequestState.Merged,
        "CLOSED" => PullRequestState.Closed,
        _ => PullRequestState.Open,
    };

    // Right after a push, GitHub may still tell the checks of the commit before.
    private static bool AreOfHead(GraphPullRequest pull) => pull.StatusCheckRollup?.Commit is not { } commit || commit.Oid == pull.HeadRefOid;
}
