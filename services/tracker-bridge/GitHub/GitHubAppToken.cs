namespace Athene.TrackerBridge.GitHub;

/// <summary>A token of an App's installation.</summary>
internal sealed record GitHubAppToken(string Token, DateTimeOffset ExpiresAt);
