using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.TrackerBridge.GitHub.Snapshots;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// Reads pull requests with everything that supervision needs, fifty in one GraphQL request (spec trackers-scm-notifiers.md §8). Those that are asked for
/// by their branch are found in one request before. What GitHub would not tell of one says nothing of the others.
/// </summary>
public sealed class GitHubPullRequestReader(GitHubApi api, OwnersHosts owners, AtheneConfiguration configuration, TimeProvider time) : IPullRequestReader
{
    public string Provider => ProviderNames.GitHub;

    public async Task<IReadOnlyList<PullRequestReading>> ReadAsync(IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken)
    {
        var readings = new PullRequestReading[queries.Count];
        foreach (var host in queries.Index().GroupBy(query => query.Item.ApiUrl))
        {
            var places = host.Select(query => query.Index).ToArray();
            var read = await ReadHostAsync(host.Key, [.. host.Select(query => query.Item)], cancellationToken);
            foreach (var (place, reading) in places.Zip(read)) readings[place] = reading;
        }

        return readings;
    }

    private async Task<IReadOnlyList<PullRequestReading>> ReadHostAsync(string? apiUrl, IReadOnlyList<PullRequestQuery> queries, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadLocatedAsync(apiUrl, await new PullRequestLocator(api.Watching, apiUrl).LocateAsync(queries, cancellationToken), cancellationToken);
        }
        catch (AtheneException problem)
        {
            return [.. queries.Select(query => new PullRequestReading(query, null, problem))];
        }
    }

    private async Task<IReadOnlyList<PullRequestReading>> ReadLocatedAsync(string? apiUrl, IReadOnlyList<PullRequestLocation> locations, CancellationToken cancellationToken)
    {
        var known = locations.Where(location => location.Number is not null).ToArray();
        var answers = await new BatchedQuestions(api.Watching, apiUrl).AskAsync(
            known, part => BatchQuery.OfNumbers([.. part.Select(one => (one.Repository!, one.Number!.Value))], PullRequestFields.Snapshot), cancellationToken);
        var bots = new KnownBots(configuration.FindHost(owners.ApiFor(apiUrl))?.Bots ?? []);
        var pages = new PullRequestPages(api.Watching, apiUrl);
        Dictionary<PullRequestLocation, PullRequestReading> read = [];
        foreach (var (location, answer) in known.Zip(answers)) read[location] = await ReadingOfAsync(location.Query, answer, pages, bots, cancellationToken);
        return [.. locations.Select(location => read.GetValueOrDefault(location) ?? new PullRequestReading(location.Query, null, location.Problem))];
    }

    private async Task<PullRequestReading> ReadingOfAsync(
        PullRequestQuery query, BatchedAnswer answer, PullRequestPages pages, KnownBots bots, CancellationToken cancellationToken)
    {
        if (answer.Problem is { } problem) return new PullRequestReading(query, null, problem);
        try
        {
            if (answer.Read<GraphPullRequest>("pullRequest") is not { } pull) return new PullRequestReading(query, null, WhyNone(answer.Errors));
            if (UnknownParts.Of(answer.Errors) is not { } unknown) return new PullRequestReading(query, null, GitHubProblems.Failed(answer.Errors[0].Message ?? ""));
            return new PullRequestReading(query, SnapshotMapping.Of(await pages.CompleteAsync(pull, cancellationToken), query.Repo, unknown, bots, time.GetUtcNow()));
        }
        catch (AtheneException failure)
        {
            return new PullRequestReading(query, null, failure);
        }
    }

    // That there is none is an answer; anything else is not.
    private static AtheneException? WhyNone(IReadOnlyList<GraphError> errors) =>
        errors.All(error => error is { Type: GraphError.NotFound, Depth: 2 }) ? null : GitHubProblems.Failed(errors[0].Message ?? "");
}
