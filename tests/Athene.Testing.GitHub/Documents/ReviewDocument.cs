using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>GitHub's <c>pull-request-review</c>.</summary>
internal static class ReviewDocument
{
    public static JsonObject Of(GitHubPull pull, GitHubReview review) => new()
    {
        ["id"] = review.Id,
        ["node_id"] = $"PRR_{review.Id}",
        ["user"] = UserDocument.Of(review.Author, pull.Repository.Server.Address),
        ["body"] = review.Body,
        ["state"] = review.State.ToLowerInvariant(),
        ["html_url"] = $"{pull.Url}#pullrequestreview-{review.Id}",
        ["pull_request_url"] = $"{pull.Repository.Server.Address}/repos/{pull.Repository.FullName}/pulls/{pull.Number}",
        ["author_association"] = pull.Repository.AssociationOf(review.Author),
        ["submitted_at"] = Time.Of(review.At),
        ["commit_id"] = review.Sha,
        ["_links"] = new JsonObject
        {
            ["html"] = new JsonObject { ["href"] = pull.Url }, ["pull_request"] = new JsonObject { ["href"] = pull.Url },
        },
    };
}
