namespace Athene.TrackerBridge.GitHub.Issues;

/// <summary>A label of an issue.</summary>
internal sealed record GitHubLabel(string Name);
