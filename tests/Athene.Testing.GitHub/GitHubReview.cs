namespace Athene.Testing.GitHub;

/// <summary>A review of a pull request.</summary>
internal sealed record GitHubReview(long Id, GitHubUser Author, string Body, DateTimeOffset At)
{
    /// <summary>APPROVED, CHANGES_REQUESTED, COMMENTED or DISMISSED.</summary>
    public required string State { get; set; }

    public required string Sha { get; init; }
}
