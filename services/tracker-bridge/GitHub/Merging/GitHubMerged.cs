namespace Athene.TrackerBridge.GitHub.Merging;

/// <summary>What GitHub answers to a merge.</summary>
internal sealed record GitHubMerged(bool Merged, string? Sha, string? Message);
