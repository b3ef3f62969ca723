using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>GitHub's <c>combined-commit-status</c>.</summary>
internal static class StatusDocument
{
    public static JsonObject Of(GitHubRepository repository, string sha)
    {
        var api = $"{repository.Server.Address}/repos/{repository.FullName}";
        var statuses = repository.StatusesOf(sha);
        return new JsonObject
        {
            ["state"] = statuses.Any(status => status.State is "failure" or "error") ? "failure"
                : statuses.Count > 0 && statuses.All(status => status.State == "success") ? "success" : "pending",
            ["sha"] = sha,
            ["total_count"] = statuses.Count,
            ["statuses"] = new JsonArray([.. statuses.Select(status => One(api, sha, status))]),
            ["repository"] = RepositoryDocument.Of(repository),
            ["commit_url"] = $"{api}/commits/{sha}",
            ["url"] = $"{api}/commits/{sha}/status",
        };
    }

    private static JsonObject One(string api, string sha, GitHubStatus status) => new()
    {
        ["id"] = status.Id,
        ["node_id"] = $"SC_{status.Id}",
        ["url"] = $"{api}/statuses/{sha}",
        ["avatar_url"] = null,
        ["state"] = status.State,
        ["context"] = status.Context,
        ["description"] = status.Description,
        ["target_url"] = status.TargetUrl,
        ["created_at"] = Time.Of(status.At),
        ["updated_at"] = Time.Of(status.At),
    };
}
