using Athene.Testing.GitHub.Documents;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>GitHub's <c>StatusCheckRollup</c> and what is in it.</summary>
internal static class CheckNodes
{
    public static GraphNode? Rollup(GitHubRepository repository, string sha)
    {
        if (PullStanding.RollupOf(repository, sha) is not { } state) return null;
        GraphNode[] contexts = [.. repository.ChecksOf(sha).Select(check => Run(repository, check)), .. repository.StatusesOf(sha).Select(Status)];
        return new GraphNode("StatusCheckRollup")
        {
            { "state", state },
            { "commit", new GraphNode("Commit") { { "oid", sha } } },
            { "contexts", arguments => WithCounts(GraphConnection.Of(contexts, arguments), repository, sha) },
        };
    }

    private static GraphNode WithCounts(GraphNode connection, GitHubRepository repository, string sha)
    {
        connection.Add("checkRunCountsByState", Counts("CheckRunStateCount", repository.ChecksOf(sha).Select(check => check.Conclusion ?? check.Status)));
        connection.Add("statusContextCountsByState", Counts("StatusContextStateCount", repository.StatusesOf(sha).Select(status => status.State)));
        return connection;
    }

    private static GraphNode[] Counts(string type, IEnumerable<string> states) =>
        [.. states.GroupBy(state => state).Select(same => new GraphNode(type) { { "state", same.Key.ToUpperInvariant() }, { "count", same.Count() } })];

    private static GraphNode Run(GitHubRepository repository, GitHubCheck check) => new("CheckRun")
    {
        { "id", $"CR_{check.Id}" },
        { "databaseId", check.Id },
        { "name", check.Name },
        { "status", check.Status.ToUpperInvariant() },
        { "conclusion", check.Conclusion?.ToUpperInvariant() },
        { "detailsUrl", CheckDocument.UrlOf(repository, check) },
        { "startedAt", Time.Of(check.StartedAt) },
        { "title", check.Title },
        { "summary", check.Summary },
        {
            "checkSuite", new GraphNode("CheckSuite")
            {
                { "id", $"CS_{check.RunId}" },
                { "app", new GraphNode("App") { { "slug", check.IsJob ? "github-actions" : "another-app" } } },
                { "workflowRun", check.IsJob ? new GraphNode("WorkflowRun") { { "event", "pull_request" }, { "workflow", new GraphNode("Workflow") { { "name", "CI" } } } } : null },
            }
        },
    };

    private static GraphNode Status(GitHubStatus status) => new("StatusContext")
    {
        { "id", $"SC_{status.Id}" },
        { "context", status.Context },
        { "state", status.State.ToUpperInvariant() },
        { "targetUrl", status.TargetUrl },
        { "description", status.Description },
        { "createdAt", Time.Of(status.At) },
    };
}
