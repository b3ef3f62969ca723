namespace Athene.TrackerBridge.GitHub;

/// <summary>What of an issue or pull request is read after it was assigned.</summary>
internal sealed record GitHubIssue(IReadOnlyList<GitHubUser> Assignees);
