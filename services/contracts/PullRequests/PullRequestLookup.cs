namespace Athene.Contracts.PullRequests;

/// <summary>Asks the tracker bridge about one pull request of a project. What the bridge needs to know of the project comes with the question.</summary>
/// <param name="Reference">A number, <c>#number</c>, or the pull request's address.</param>
/// <param name="Provider">github or gitlab; null: inferred from <paramref name="Repo"/>.</param>
/// <param name="Repo"><c>owner/name</c> on the host.</param>
/// <param name="ApiUrl">Where the host's API is, when not at its usual place.</param>
public sealed record PullRequestLookup(
    string ProjectId, string Reference, string? Provider = null, string? Repo = null, string? ApiUrl = null);
