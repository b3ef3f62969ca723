using System.Text.Json.Nodes;
using Athene.Testing.GitHub.Documents;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>What can be asked.</summary>
internal static class QueryRoot
{
    private const string Pool = "graphql";

    public static GraphNode Of(GitHubServer server) => new("Query")
    {
        { "viewer", new GraphNode("User") { { "login", server.Viewer } } },
        {
            "rateLimit", new GraphNode("RateLimit")
            {
                { "limit", server.Limits.Limit }, { "cost", 1 }, { "remaining", server.Limits.Remaining(Pool) }, { "used", server.Limits.Used(Pool) },
                { "resetAt", Time.Of(server.Limits.ResetAt) },
            }
        },
        { "repository", arguments => Repository(server, (string)arguments["owner"]!, (string)arguments["name"]!) },
        { "node", arguments => NodeOf(server, (string)arguments["id"]!) },
    };

    private static GraphNode Repository(GitHubServer server, string owner, string name)
    {
        var repository = server.Find(owner, name)
            ?? throw new GraphErrorException("NOT_FOUND", $"Could not resolve to a Repository with the name '{owner}/{name}'.");
        return new GraphNode("Repository")
        {
            { "nameWithOwner", repository.FullName },
            { "pullRequest", arguments => PullRequest(repository, (int)arguments["number"]!) },
            { "pullRequests", arguments => GraphConnection.Of([.. PullRequests(repository, arguments).Select(PullRequestNode.Of)], arguments) },
        };
    }

    private static GraphNode PullRequest(GitHubRepository repository, int number) => PullRequestNode.Of(
        repository.Find(number) ?? throw new GraphErrorException("NOT_FOUND", $"Could not resolve to a PullRequest with the number of {number}."));

    private static IEnumerable<GitHubPull> PullRequests(GitHubRepository repository, JsonObject arguments)
    {
        var (branch, order) = ((string?)arguments["headRefName"], (string?)arguments["orderBy"]?["direction"]);
        string[]? states = arguments["states"] switch
        {
            JsonArray several => [.. several.Select(state => (string)state!)],
            { } one => [(string)one!],
            null => null,
        };
        var pulls = repository.PullRequests.Where(pull => (branch is null || pull.HeadBranch == branch) && (states is null || states.Contains(PullRequestNode.StateOf(pull))));
        return order == "DESC" ? pulls.Reverse() : pulls;
    }

    private static GraphNode NodeOf(GitHubServer server, string id)
    {
        var pulls = server.All.SelectMany(repository => repository.PullRequests).ToArray();
        if (pulls.FirstOrDefault(pull => PullRequestNode.IdOf(pull) == id) is { } found) return PullRequestNode.Of(found);
        var threads = pulls.SelectMany(pull => pull.Threads.Where(thread => ReviewNodes.IdOf(thread) == id).Select(thread => ReviewNodes.Of(pull, thread)));
        return threads.FirstOrDefault() ?? throw new GraphErrorException("NOT_FOUND", $"Could not resolve to a node with the global id of '{id}'");
    }
}
