using Athene.Contracts.Errors;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Finds the numbers of pull requests that are asked for by their branch.</summary>
internal sealed class PullRequestLocator(GitHubApi api, string? apiUrl)
{
    /// <summary>A location a query, in their order.</summary>
    public async Task<IReadOnlyList<PullRequestLocation>> LocateAsync(IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken)
    {
        var locations = queries.Select(Start).ToArray();
        var byBranch = locations.Index().Where(location => location.Item is { Repository: not null, Number: null, Query.Branch: not null }).ToArray();
        var answers = await new BatchedQuestions(api, apiUrl).AskAsync(
            byBranch, part => BatchQuery.OfBranches([.. part.Select(one => (one.Item.Repository!, one.Item.Query.Branch!))]), cancellationToken);
        foreach (var ((place, location), answer) in byBranch.Zip(answers)) locations[place] = location with { Number = NumberIn(answer), Problem = ProblemOf(answer) };
        return locations;
    }

    private static PullRequestLocation Start(PullRequestQuery query) => RepositoryName.TryParse(query.Repo) is { } repository
        ? new PullRequestLocation(query, repository, query.Number)
        : new PullRequestLocation(query, null, null, RepositoryName.NotOne(query.Repo));

    private static int? NumberIn(BatchedAnswer answer) => ProblemOf(answer) is null ? MatchesIn(answer)?.Number : null;

    private static AtheneException? ProblemOf(BatchedAnswer answer) =>
        answer.Problem ?? (answer.Errors is [var error, ..] ? GitHubProblems.Failed(error.Message ?? "") : null);

    private static BranchMatches? MatchesIn(BatchedAnswer answer) =>
        answer.Read<GraphPage<BranchMatch>>("open") is { } open && answer.Read<GraphPage<BranchMatch>>("newest") is { } newest ? new BranchMatches(open, newest) : null;
}
