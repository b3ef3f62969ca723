using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>A pull request as the issue that it also is.</summary>
internal static class IssueDocument
{
    public static JsonObject Of(GitHubPull pull)
    {
        var address = pull.Repository.Server.Address;
        return new JsonObject
        {
            ["id"] = pull.Id,
            ["node_id"] = $"PR_{pull.Id}",
            ["number"] = pull.Number,
            ["title"] = pull.Title,
            ["state"] = pull.IsOpen ? "open" : "closed",
            ["html_url"] = pull.Url,
            ["user"] = UserDocument.Of(pull.Author, address),
            ["assignees"] = new JsonArray([.. pull.Assignees.Select(user => UserDocument.Of(user, address))]),
            ["labels"] = new JsonArray(),
            ["pull_request"] = new JsonObject { ["url"] = $"{address}/repos/{pull.Repository.FullName}/pulls/{pull.Number}", ["html_url"] = pull.Url },
        };
    }
}
