namespace Athene.Testing.GitHub;

/// <summary>What the host says of a pull request's way into its base.</summary>
/// <param name="Mergeable">MERGEABLE, CONFLICTING or UNKNOWN.</param>
/// <param name="MergeState">GitHub's <c>mergeStateStatus</c>.</param>
/// <param name="Decision">GitHub's <c>reviewDecision</c>: null where no review is required, whatever reviewers say.</param>
/// <param name="Rollup">SUCCESS, FAILURE or PENDING; null: there are no checks.</param>
internal sealed record PullStanding(string Mergeable, string MergeState, string? Decision, string? Rollup, int Additions, int Deletions)
{
    public bool MayBeMerged => MergeState is "CLEAN" or "UNSTABLE" or "HAS_HOOKS";

    public static async Task<PullStanding> OfAsync(GitHubPull pull)
    {
        var repository = pull.Repository;
        var target = repository.HeadOf(pull.BaseBranch)!;
        var (additions, deletions) = await repository.Bare.LinesAsync(target, pull.HeadSha);
        var (decision, rollup) = (DecisionOf(pull), RollupOf(repository, pull.HeadSha));
        if (pull.IsBeingCompared || !pull.IsOpen) return new PullStanding("UNKNOWN", "UNKNOWN", decision, rollup, additions, deletions);
        if (await repository.Bare.MergedTreeAsync(target, pull.HeadSha) is null)
            return new PullStanding("CONFLICTING", "DIRTY", decision, rollup, additions, deletions);
        var isBehind = repository.MustBeUpToDate && !await repository.Bare.ContainsAsync(pull.HeadSha, target);
        return new PullStanding("MERGEABLE", StateOf(pull, decision, rollup, isBehind), decision, rollup, additions, deletions);
    }

    /// <summary>GitHub's word for all checks of a commit together.</summary>
    public static string? RollupOf(GitHubRepository repository, string sha)
    {
        string[] words = [
            .. repository.ChecksOf(sha).Select(check => check.IsEnded ? check.Conclusion!.ToUpperInvariant() : "PENDING"),
            .. repository.StatusesOf(sha).Select(status => status.State.ToUpperInvariant())];
        if (words.Length == 0) return null;
        if (words.Any(word => word is "FAILURE" or "ERROR" or "CANCELLED" or "TIMED_OUT" or "ACTION_REQUIRED" or "STARTUP_FAILURE")) return "FAILURE";
        return words.Contains("PENDING") ? "PENDING" : "SUCCESS";
    }

    private static string StateOf(GitHubPull pull, string? decision, string? rollup, bool isBehind)
    {
        if (pull.IsDraft) return "DRAFT";
        if (isBehind) return "BEHIND";
        if (decision is "REVIEW_REQUIRED" or "CHANGES_REQUESTED") return "BLOCKED";
        return rollup is "FAILURE" or "PENDING" ? "UNSTABLE" : "CLEAN";
    }

    private static string? DecisionOf(GitHubPull pull)
    {
        if (pull.Repository.RequiredApprovals == 0) return null;
        var latest = pull.Reviews.Where(review => review.State is "APPROVED" or "CHANGES_REQUESTED" && pull.Repository.AssociationOf(review.Author) != "NONE")
            .GroupBy(review => review.Author).Select(own => own.Last().State).ToArray();
        if (latest.Contains("CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
        return latest.Count(state => state == "APPROVED") >= pull.Repository.RequiredApprovals ? "APPROVED" : "REVIEW_REQUIRED";
    }
}
