namespace Athene.TrackerBridge.GitHub.Issues;

/// <summary>An issue that is to be.</summary>
internal sealed record GitHubNewIssue(string Title, string Body, IReadOnlyList<string> Labels, IReadOnlyList<string> Assignees);
