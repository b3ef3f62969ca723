namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>What of GitLab's merge request is read; its field names are GitLab's.</summary>
/// <param name="State">opened, closed, merged, or locked while it is being merged.</param>
/// <param name="Sha">The head; null when its branch is gone.</param>
/// <param name="SourceProjectId">Null when the fork that it came from was deleted.</param>
/// <param name="DetailedMergeStatus">Whether it can be merged, or the first thing that is in the way.</param>
/// <param name="MergeWhenPipelineSucceeds">Somebody told GitLab to merge it by itself, alone or in the merge train.</param>
/// <param name="HeadPipeline">The latest one: of an older commit while the head has none.</param>
internal sealed record GitLabMergeRequest(
    int Iid,
    string Title,
    string State,
    bool Draft,
    string SourceBranch,
    string TargetBranch,
    long? SourceProjectId,
    long TargetProjectId,
    string? Sha,
    string? WebUrl,
    GitLabUser? Author,
    DateTimeOffset? CreatedAt,
    IReadOnlyList<GitLabUser>? Assignees,
    IReadOnlyList<GitLabUser>? Reviewers,
    string? DetailedMergeStatus,
    bool HasConflicts,
    bool? BlockingDiscussionsResolved,
    bool MergeWhenPipelineSucceeds,
    GitLabPipeline? HeadPipeline,
    string? MergeCommitSha,
    string? SquashCommitSha)
{
    public bool IsOpen => State is "opened" or "locked";

    public bool IsMerged => State is "merged";

    public bool IsFork => SourceProjectId != TargetProjectId;

    /// <summary>The commit on the base branch, when it is merged: without a commit of its own, the head went there itself.</summary>
    public string? MergedSha => MergeCommitSha ?? SquashCommitSha ?? Sha;
}
