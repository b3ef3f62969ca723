namespace Athene.TrackerBridge.GitHub;

/// <summary>What of GitHub's pull request is read; its field names are GitHub's.</summary>
internal sealed record GitHubPullRequest(
    string HtmlUrl, int Number, string State, string Title, bool Draft, DateTimeOffset? MergedAt, GitHubBranch Head, GitHubBranch Base, GitHubUser? User);
