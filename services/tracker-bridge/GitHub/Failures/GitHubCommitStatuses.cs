namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>The commit statuses of a commit, the newest of each context.</summary>
internal sealed record GitHubCommitStatuses(IReadOnlyList<GitHubCommitStatus> Statuses);
