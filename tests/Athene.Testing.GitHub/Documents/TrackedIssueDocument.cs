using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>GitHub's <c>issue</c>.</summary>
internal static class TrackedIssueDocument
{
    private static readonly string[] Pages = ["comments", "events", "labels", "timeline"];

    public static JsonObject Of(GitHubIssue issue)
    {
        var address = issue.Repository.Server.Address;
        var api = $"{address}/repos/{issue.Repository.FullName}";
        var document = new JsonObject
        {
            ["id"] = issue.Id,
            ["node_id"] = $"I_{issue.Id}",
            ["url"] = $"{api}/issues/{issue.Number}",
            ["repository_url"] = api,
            ["html_url"] = issue.Url,
            ["number"] = issue.Number,
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["state"] = issue.IsOpen ? "open" : "closed",
            ["state_reason"] = issue.StateReason,
            ["user"] = UserDocument.Of(issue.Author, address),
            ["author_association"] = issue.Repository.AssociationOf(issue.Author),
            ["labels"] = new JsonArray([.. issue.Labels.Select(name => Label(name, api))]),
            ["assignee"] = issue.Assignees is [var first, ..] ? UserDocument.Of(first, address) : null,
            ["assignees"] = new JsonArray([.. issue.Assignees.Select(user => UserDocument.Of(user, address))]),
            ["milestone"] = null,
            ["locked"] = false,
            ["comments"] = issue.Said.Count,
            ["closed_at"] = issue.IsOpen ? null : Time.Of(issue.Repository.Server.Now),
            ["created_at"] = Time.Of(issue.Repository.Server.Now),
            ["updated_at"] = Time.Of(issue.Repository.Server.Now),
        };
        foreach (var page in Pages) document[$"{page}_url"] = $"{api}/issues/{issue.Number}/{page}";
        return document;
    }

    public static JsonArray Labels(GitHubIssue issue) =>
        [.. issue.Labels.Select(name => Label(name, $"{issue.Repository.Server.Address}/repos/{issue.Repository.FullName}"))];

    private static JsonObject Label(string name, string api) => new()
    {
        ["id"] = name.Length,
        ["node_id"] = $"LA_{name}",
        ["url"] = $"{api}/labels/{Uri.EscapeDataString(name)}",
        ["name"] = name,
        ["color"] = "ededed",
        ["default"] = false,
        ["description"] = null,
    };
}
