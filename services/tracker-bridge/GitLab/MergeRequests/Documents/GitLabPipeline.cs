namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>A run of all jobs.</summary>
/// <param name="Source">What started it, such as push or merge_request_event.</param>
internal sealed record GitLabPipeline(long Id, string Sha, string Status, string? Source, string? WebUrl)
{
    // What is tested for a merge request may be the result of the merge: a commit that is on no branch.
    public bool IsFor(string? head) => Sha == head || Source == "merge_request_event";
}
