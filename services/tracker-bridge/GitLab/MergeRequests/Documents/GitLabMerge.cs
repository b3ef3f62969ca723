namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>Asks for a merge.</summary>
/// <param name="Sha">Another head is refused.</param>
/// <param name="AutoMerge">Merge once the pipeline has succeeded, not now.</param>
/// <param name="MergeWhenPipelineSucceeds">The same, as GitLab called it before 17.11.</param>
internal sealed record GitLabMerge(string Sha, bool Squash, bool AutoMerge, bool MergeWhenPipelineSucceeds, bool ShouldRemoveSourceBranch);
