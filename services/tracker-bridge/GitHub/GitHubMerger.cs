using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.GitHub.Merging;
using Athene.TrackerBridge.GitHub.Snapshots;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// Merges on GitHub: exactly the head that was found good, through the merge queue where the base branch has one. Nothing is merged twice: what is merged
/// already at that head, or waits in the queue, is a success.
/// </summary>
public sealed class GitHubMerger(GitHubApi api, GitHubPullRequestReader reader) : IPullRequestMerger
{
    private const string Enqueue = "mutation($id: ID!, $head: GitObjectID!) { enqueuePullRequest(input: { pullRequestId: $id, expectedHeadOid: $head }) { mergeQueueEntry { id } } }";

    public string Provider => ProviderNames.GitHub;

    public async Task<MergeResult> MergeAsync(MergeRequest request, int number, CancellationToken cancellationToken)
    {
        var state = await StateAsync(request, number, cancellationToken) ?? throw MergeProblems.NotFound(RepoOf(request), number);
        if (ResultOf(request, number, state) is { } done) return done;
        if (!state.IsOpen) throw MergeProblems.NotOpen(RepoOf(request), number);
        return state.IsMergeQueueEnabled
            ? await EnqueueAsync(request, number, state, cancellationToken)
            : await MergeNowAsync(request, number, cancellationToken);
    }

    /// <summary>What was asked for already is; null: not yet.</summary>
    private static MergeResult? ResultOf(MergeRequest request, int number, GraphMergeState state)
    {
        if (!state.HeadRefOid.Equals(request.ExpectedHeadSha, StringComparison.OrdinalIgnoreCase))
            throw MergeProblems.HeadMoved(RepoOf(request), number, request.ExpectedHeadSha, state.HeadRefOid);
        if (state.IsMerged) return new MergeResult(true, state.MergeCommit?.Oid);
        return state.IsInMergeQueue ? new MergeResult(false) : null;
    }

    private async Task<MergeResult> MergeNowAsync(MergeRequest request, int number, CancellationToken cancellationToken)
    {
        try
        {
            var merged = await api.Watching.PutAsync<GitHubMerge, GitHubMerged>(
                request.PullRequest.ApiUrl, $"{RepositoryName.Parse(request.PullRequest.Repo).Path}/pulls/{number}/merge",
                new GitHubMerge(request.ExpectedHeadSha, WordFor(request.Method)), cancellationToken);
            return new MergeResult(merged.Merged, merged.Sha);
        }
        catch (AtheneException refused) when (GitHubProblems.IsRefusalOfMerge(refused))
        {
            return await AfterRefusalAsync(request, number, refused, cancellationToken);
        }
    }

    private async Task<MergeResult> EnqueueAsync(MergeRequest request, int number, GraphMergeState state, CancellationToken cancellationToken)
    {
        var answer = await api.Watching.QueryAsync(
            request.PullRequest.ApiUrl,
            new GraphQuery(Enqueue, new Dictionary<string, object?> { ["id"] = state.Id, ["head"] = request.ExpectedHeadSha }), cancellationToken);
        if (answer.Errors is not [var error, ..]) return new MergeResult(false);
        return await AfterRefusalAsync(request, number, GitHubProblems.Failed(error.Message ?? ""), cancellationToken);
    }

    // Somebody else may have merged it at the same moment, or an answer to an earlier attempt was lost.
    private async Task<MergeResult> AfterRefusalAsync(MergeRequest request, int number, AtheneException refused, CancellationToken cancellationToken)
    {
        if (await StateAsync(request, number, cancellationToken) is { } state && ResultOf(request, number, state) is { } done) return done;
        var lookup = request.PullRequest;
        var readings = await reader.ReadAsync([new PullRequestQuery(RepoOf(request), lookup.ApiUrl, number, null)], cancellationToken);
        throw MergeProblems.Blocked(RepoOf(request), number, $"{BlockerWords.Of(readings[0].Found?.Blockers ?? [])} ({refused.Message})");
    }

    private async Task<GraphMergeState?> StateAsync(MergeRequest request, int number, CancellationToken cancellationToken)
    {
        var answers = await new BatchedQuestions(api.Watching, request.PullRequest.ApiUrl).AskAsync(
            [(RepositoryName.Parse(request.PullRequest.Repo), number)], one => BatchQuery.OfNumbers(one, GraphMergeState.Fragment), cancellationToken);
        return answers[0].Problem is { } problem ? throw problem : answers[0].Read<GraphMergeState>("pullRequest");
    }

    private static string RepoOf(MergeRequest request) => request.PullRequest.Repo ?? "";

    private static string WordFor(MergeMethod method) => method switch
    {
        MergeMethod.Merge => "merge",
        MergeMethod.Rebase => "rebase",
        _ => "squash",
    };
}
