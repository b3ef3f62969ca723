namespace Athene.TrackerBridge.GitHub.Issues;

/// <summary>A comment that is to be made.</summary>
internal sealed record GitHubComment(string Body);
