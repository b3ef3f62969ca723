using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>GitHub's <c>pull-request</c>.</summary>
internal static class PullRequestDocument
{
    private static readonly string[] Links =
        ["self", "html", "issue", "comments", "review_comments", "review_comment", "commits", "statuses"];

    public static async Task<JsonObject> OfAsync(GitHubPull pull)
    {
        var standing = await PullStanding.OfAsync(pull);
        var document = Summary(pull);
        document["merged"] = pull.IsMerged;
        document["mergeable"] = standing.Mergeable switch { "MERGEABLE" => true, "CONFLICTING" => false, _ => null };
        document["mergeable_state"] = standing.MergeState.ToLowerInvariant();
        document["merged_by"] = null;
        document["maintainer_can_modify"] = false;
        document["additions"] = standing.Additions;
        document["deletions"] = standing.Deletions;
        document["changed_files"] = 1;
        document["commits"] = 1;
        document["comments"] = pull.Comments.Count;
        document["review_comments"] = pull.Threads.Sum(thread => thread.Comments.Count);
        return document;
    }

    /// <summary>GitHub's <c>pull-request-simple</c>, as it is in lists.</summary>
    public static JsonObject Summary(GitHubPull pull)
    {
        var (repository, address) = (pull.Repository, pull.Repository.Server.Address);
        var api = $"{address}/repos/{repository.FullName}";
        var links = new JsonObject();
        foreach (var link in Links) links[link] = new JsonObject { ["href"] = $"{api}/pulls/{pull.Number}" };
        return new JsonObject
        {
            ["url"] = $"{api}/pulls/{pull.Number}",
            ["id"] = pull.Id,
            ["node_id"] = $"PR_{pull.Id}",
            ["html_url"] = pull.Url,
            ["diff_url"] = $"{pull.Url}.diff",
            ["patch_url"] = $"{pull.Url}.patch",
            ["issue_url"] = $"{api}/issues/{pull.Number}",
            ["commits_url"] = $"{api}/pulls/{pull.Number}/commits",
            ["review_comments_url"] = $"{api}/pulls/{pull.Number}/comments",
            ["review_comment_url"] = $"{api}/pulls/comments{{/number}}",
            ["comments_url"] = $"{api}/issues/{pull.Number}/comments",
            ["statuses_url"] = $"{api}/statuses/{pull.HeadSha}",
            ["number"] = pull.Number,
            ["state"] = pull.IsOpen ? "open" : "closed",
            ["locked"] = false,
            ["title"] = pull.Title,
            ["user"] = UserDocument.Of(pull.Author, address),
            ["body"] = null,
            ["labels"] = new JsonArray(),
            ["milestone"] = null,
            ["created_at"] = Time.Of(pull.CreatedAt),
            ["updated_at"] = Time.Of(pull.UpdatedAt),
            ["closed_at"] = Time.Of(pull.ClosedAt),
            ["merged_at"] = Time.Of(pull.MergedAt),
            ["merge_commit_sha"] = pull.MergeSha,
            ["assignee"] = pull.Assignees is [var first, ..] ? UserDocument.Of(first, address) : null,
            ["assignees"] = new JsonArray([.. pull.Assignees.Select(user => UserDocument.Of(user, address))]),
            ["requested_reviewers"] = new JsonArray(),
            ["requested_teams"] = new JsonArray(),
            ["head"] = End(pull.HeadBranch, pull.HeadSha, pull.HeadRepository, repository.Server),
            ["base"] = End(pull.BaseBranch, repository.HeadOf(pull.BaseBranch)!, repository.FullName, repository.Server),
            ["_links"] = links,
            ["author_association"] = repository.AssociationOf(pull.Author),
            ["auto_merge"] = null,
            ["draft"] = pull.IsDraft,
        };
    }

    private static JsonObject End(string branch, string sha, string repository, GitHubServer server)
    {
        var owner = repository.Split('/')[0];
        return new JsonObject
        {
            ["label"] = $"{owner}:{branch}",
            ["ref"] = branch,
            ["sha"] = sha,
            ["user"] = UserDocument.Of(new GitHubUser(owner), server.Address),
            ["repo"] = RepositoryDocument.Of(repository, server),
        };
    }
}
