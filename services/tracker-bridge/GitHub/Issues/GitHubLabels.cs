namespace Athene.TrackerBridge.GitHub.Issues;

/// <summary>Labels to be added.</summary>
internal sealed record GitHubLabels(IReadOnlyList<string> Labels);
