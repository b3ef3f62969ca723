using Athene.Testing.GitHub.Documents;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>GitHub's <c>PullRequestReview</c>, <c>PullRequestReviewThread</c> and its comments.</summary>
internal static class ReviewNodes
{
    public static string IdOf(GitHubThread thread) => $"PRRT_{thread.Id}";

    public static GraphNode Of(GitHubPull pull, GitHubReview review) => new("PullRequestReview")
    {
        { "id", $"PRR_{review.Id}" },
        { "state", review.State },
        { "body", review.Body },
        { "url", $"{pull.Url}#pullrequestreview-{review.Id}" },
        { "author", PullRequestNode.Actor(review.Author) },
        { "authorAssociation", pull.Repository.AssociationOf(review.Author) },
        { "submittedAt", Time.Of(review.At) },
    };

    public static GraphNode Of(GitHubPull pull, GitHubThread thread) => new("PullRequestReviewThread")
    {
        { "id", IdOf(thread) },
        { "isResolved", thread.IsResolved },
        { "isOutdated", false },
        { "path", thread.Path },
        { "line", thread.Line },
        { "originalLine", thread.Line },
        { "comments", arguments => GraphConnection.Of([.. thread.Comments.Select(comment => Of(pull, comment, "discussion_r"))], arguments) },
    };

    /// <param name="anchor">Where on the page it is.</param>
    public static GraphNode Of(GitHubPull pull, GitHubComment comment, string anchor) => new("PullRequestReviewComment")
    {
        { "id", $"PRRC_{comment.Id}" },
        { "body", comment.Body },
        { "url", $"{pull.Url}#{anchor}{comment.Id}" },
        { "author", PullRequestNode.Actor(comment.Author) },
        { "authorAssociation", pull.Repository.AssociationOf(comment.Author) },
        { "createdAt", Time.Of(comment.At) },
    };
}
