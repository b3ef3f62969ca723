using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>What webhooks carry of a thread.</summary>
internal static class ThreadDocument
{
    public static JsonObject Of(GitHubPull pull, GitHubThread thread) => new()
    {
        ["node_id"] = $"PRRT_{thread.Id}",
        ["comments"] = new JsonArray([.. thread.Comments.Select(comment => CommentDocument.Of(pull, thread, comment))]),
    };
}
