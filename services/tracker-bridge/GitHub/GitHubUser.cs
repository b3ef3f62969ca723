namespace Athene.TrackerBridge.GitHub;

/// <summary>A user of GitHub.</summary>
internal sealed record GitHubUser(string Login);
