using System.Text.Json;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Reads the rest of lists that did not fit into the first answer: more than a hundred checks, fifty threads, or a hundred comments in one.</summary>
internal sealed class PullRequestPages(GitHubApi api, string? apiUrl)
{
    /// <summary>Nobody reads more, and a list that never ends must not keep anybody.</summary>
    private const int MostPages = 20;

    /// <exception cref="AtheneException">The rest could not be read.</exception>
    public async Task<GraphPullRequest> CompleteAsync(GraphPullRequest pull, CancellationToken cancellationToken)
    {
        if (pull.StatusCheckRollup is { Contexts.Rest: not null } rollup)
        {
            pull = pull with { StatusCheckRollup = rollup with { Contexts = await RestAsync(rollup.Contexts, pull.Id, Checks, cancellationToken) } };
        }

        if (pull.ReviewThreads is { } threads)
        {
            var all = await RestAsync(threads, pull.Id, Threads, cancellationToken);
            pull = pull with { ReviewThreads = all with { Nodes = await WithCommentsAsync(all.Nodes, cancellationToken) } };
        }

        return pull;
    }

    private static PageQuestion Checks { get; } = new(
        "PullRequest", ["statusCheckRollup", "contexts"], $"statusCheckRollup {{ contexts(first: 100, after: $after) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ {PullRequestFields.Check} }} }} }}");

    private static PageQuestion Threads { get; } = new(
        "PullRequest", ["reviewThreads"], $"reviewThreads(first: 50, after: $after) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ {PullRequestFields.Thread} }} }}");

    private static PageQuestion Comments { get; } = new(
        "PullRequestReviewThread", ["comments"], $"comments(first: 100, after: $after) {{ pageInfo {{ hasNextPage endCursor }} nodes {{ {PullRequestFields.Comment} }} }}");

    private async Task<IReadOnlyList<GraphThread>> WithCommentsAsync(IReadOnlyList<GraphThread> threads, CancellationToken cancellationToken)
    {
        List<GraphThread> complete = [];
        foreach (var thread in threads) complete.Add(thread with { Comments = await RestAsync(thread.Comments, thread.Id, Comments, cancellationToken) });
        return complete;
    }

    private async Task<GraphPage<T>> RestAsync<T>(GraphPage<T> first, string id, PageQuestion question, CancellationToken cancellationToken)
    {
        var (nodes, rest) = (first.Nodes.ToList(), first.Rest);
        for (var pages = 1; rest is not null && pages < MostPages; pages++)
        {
            var answer = await api.QueryAsync(apiUrl, question.After(id, rest), cancellationToken);
            var page = question.Find(answer.Data) is { } found ? found.Deserialize<GraphPage<T>>(GraphJson.Options) : null;
            if (page is null) throw GitHubProblems.Failed($"it does not give the rest of {string.Join('.', question.Path)}");
            nodes.AddRange(page.Nodes);
            rest = page.Rest;
        }

        return new GraphPage<T>(nodes);
    }
}
