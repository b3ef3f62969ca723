namespace Athene.TrackerBridge.GitHub;

/// <summary>Users to be assigned.</summary>
internal sealed record GitHubAssignees(IReadOnlyList<string> Assignees);
