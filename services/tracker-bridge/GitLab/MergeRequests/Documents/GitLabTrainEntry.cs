namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>Asks for a place in the merge train.</summary>
/// <param name="AutoMerge">Take it once the pipeline has succeeded, if it has not yet.</param>
/// <param name="WhenPipelineSucceeds">The same, as GitLab called it before 17.11.</param>
internal sealed record GitLabTrainEntry(string Sha, bool Squash, bool AutoMerge, bool WhenPipelineSucceeds);
