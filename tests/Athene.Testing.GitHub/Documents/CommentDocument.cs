using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>What webhooks and lists carry of comments.</summary>
internal static class CommentDocument
{
    /// <summary>A comment in a thread.</summary>
    public static JsonObject Of(GitHubPull pull, GitHubThread thread, GitHubComment comment)
    {
        var document = OfIssue(pull, comment);
        document["path"] = thread.Path;
        document["line"] = thread.Line;
        document["commit_id"] = pull.HeadSha;
        document["original_commit_id"] = pull.HeadSha;
        document["diff_hunk"] = "@@ -1 +1 @@";
        document["html_url"] = $"{pull.Url}#discussion_r{comment.Id}";
        return document;
    }

    /// <summary>A comment on the whole.</summary>
    public static JsonObject OfIssue(GitHubPull pull, GitHubComment comment) => new()
    {
        ["id"] = comment.Id,
        ["node_id"] = $"C_{comment.Id}",
        ["user"] = UserDocument.Of(comment.Author, pull.Repository.Server.Address),
        ["body"] = comment.Body,
        ["html_url"] = $"{pull.Url}#issuecomment-{comment.Id}",
        ["author_association"] = pull.Repository.AssociationOf(comment.Author),
        ["created_at"] = Time.Of(comment.At),
        ["updated_at"] = Time.Of(comment.At),
    };
}
