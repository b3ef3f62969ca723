namespace Athene.Contracts.PullRequests;

/// <summary>Asks the tracker bridge to merge a pull request, or to put it into the repository's merge queue where there is one.</summary>
/// <param name="ExpectedHeadSha">The commit that was found green and approved: another head is not merged.</param>
public sealed record MergeRequest(PullRequestLookup PullRequest, string ExpectedHeadSha, MergeMethod Method = MergeMethod.Squash);
