namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>A commit status.</summary>
internal sealed record GitHubCommitStatus(string Context, string State, string? Description, string? TargetUrl);
