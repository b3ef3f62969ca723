namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>A run of all jobs.</summary>
/// <param name="Ref">A branch, or of a merge request its head or the result of its merge.</param>
internal sealed record GitLabPipeline(long Id, string Sha, string? Ref, string Status, string? WebUrl);
