namespace Athene.TrackerBridge.GitHub;

/// <summary>What GitHub says when it refuses.</summary>
internal sealed record GitHubError(string? Message);
