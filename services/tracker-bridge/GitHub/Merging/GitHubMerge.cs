namespace Athene.TrackerBridge.GitHub.Merging;

/// <summary>GitHub's request for a merge.</summary>
/// <param name="Sha">The head that is merged, or nothing.</param>
/// <param name="MergeMethod">squash, merge or rebase.</param>
internal sealed record GitHubMerge(string Sha, string MergeMethod);
