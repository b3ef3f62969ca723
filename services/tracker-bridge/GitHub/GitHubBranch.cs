namespace Athene.TrackerBridge.GitHub;

/// <summary>One end of a pull request.</summary>
/// <param name="Repo">Null when the fork that it came from was deleted.</param>
internal sealed record GitHubBranch(string Ref, string Sha, GitHubRepository? Repo);
