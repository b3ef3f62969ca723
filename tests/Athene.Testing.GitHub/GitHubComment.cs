namespace Athene.Testing.GitHub;

/// <summary>What somebody said in a thread, or about the whole pull request.</summary>
internal sealed record GitHubComment(long Id, GitHubUser Author, string Body, DateTimeOffset At);
