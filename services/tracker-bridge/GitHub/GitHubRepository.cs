namespace Athene.TrackerBridge.GitHub;

/// <summary>A repository, as <c>owner/name</c>.</summary>
internal sealed record GitHubRepository(string FullName);
