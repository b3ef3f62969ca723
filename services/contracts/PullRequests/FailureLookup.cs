namespace Athene.Contracts.PullRequests;

/// <summary>Asks the tracker bridge what failed in the checks of one commit of a pull request.</summary>
public sealed record FailureLookup(PullRequestLookup PullRequest, string HeadSha);
