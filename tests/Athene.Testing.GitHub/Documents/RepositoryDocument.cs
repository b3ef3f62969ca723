using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>GitHub's <c>repository</c>.</summary>
internal static class RepositoryDocument
{
    private static readonly string[] Pages =
    [
        "archive", "assignees", "blobs", "branches", "collaborators", "comments", "commits", "compare", "contents", "contributors", "deployments", "downloads",
        "events", "forks", "git_commits", "git_refs", "git_tags", "hooks", "issue_comment", "issue_events", "issues", "keys", "labels", "languages", "merges",
        "milestones", "notifications", "pulls", "releases", "stargazers", "statuses", "subscribers", "subscription", "tags", "teams", "trees",
    ];

    private static readonly string[] Counts =
        ["forks", "forks_count", "open_issues", "open_issues_count", "size", "stargazers_count", "watchers", "watchers_count", "network_count", "subscribers_count"];

    public static JsonObject Of(GitHubRepository repository) => Of(repository.FullName, repository.Server);

    /// <param name="fullName">The repository itself, or somebody's fork of it.</param>
    public static JsonObject Of(string fullName, GitHubServer server)
    {
        var address = $"{server.Address}/repos/{fullName}";
        var (owner, name) = (fullName.Split('/')[0], fullName.Split('/')[1]);
        var document = new JsonObject
        {
            ["id"] = new GitHubUser(fullName).Id,
            ["node_id"] = $"R_{new GitHubUser(fullName).Id}",
            ["name"] = name,
            ["full_name"] = fullName,
            ["owner"] = UserDocument.Of(new GitHubUser(owner), server.Address),
            ["private"] = false,
            ["html_url"] = $"{server.Address}/{fullName}",
            ["description"] = null,
            ["fork"] = false,
            ["url"] = address,
            ["clone_url"] = $"{server.Address}/{fullName}.git",
            ["git_url"] = $"git://127.0.0.1/{fullName}.git",
            ["ssh_url"] = $"git@127.0.0.1:{fullName}.git",
            ["svn_url"] = $"{server.Address}/{fullName}",
            ["mirror_url"] = null,
            ["homepage"] = null,
            ["language"] = null,
            ["license"] = null,
            ["default_branch"] = "main",
            ["archived"] = false,
            ["disabled"] = false,
            ["has_downloads"] = true,
            ["has_issues"] = true,
            ["has_projects"] = true,
            ["has_wiki"] = true,
            ["has_pages"] = false,
            ["has_discussions"] = false,
            ["created_at"] = "2026-01-01T00:00:00Z",
            ["updated_at"] = "2026-01-01T00:00:00Z",
            ["pushed_at"] = "2026-01-01T00:00:00Z",
        };
        foreach (var page in Pages) document[$"{page}_url"] = $"{address}/{page}";
        foreach (var count in Counts) document[count] = 0;
        return document;
    }
}
