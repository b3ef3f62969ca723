namespace Athene.TrackerBridge.PullRequests;

/// <summary>Asks for one pull request: by its number, or the open one (else the newest) that comes from a branch of the repository itself.</summary>
/// <param name="Repo"><c>owner/name</c> on its host.</param>
/// <param name="ApiUrl">Where the host's API is, when not at its usual place.</param>
public sealed record PullRequestQuery(string Repo, string? ApiUrl, int? Number, string? Branch);
