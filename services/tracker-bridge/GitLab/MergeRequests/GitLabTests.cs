using System.Globalization;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>Finds out which commit a pipeline has tested.</summary>
internal sealed class GitLabTests(GitLabApi api)
{
    /// <summary>
    /// Whether the merge request's pipeline tested the head itself, or what a merge of it results in: a commit that is on no branch, and has the head as a
    /// parent. GitLab keeps naming the pipeline of an older head while the new one has none.
    /// </summary>
    public async Task<bool> AreOfHeadAsync(GitLabProject project, GitLabMergeRequest mr, GitLabPipeline pipeline, CancellationToken cancellationToken)
    {
        if (mr.Sha is not { } head) return false;
        if (pipeline.Sha == head) return true;
        if (pipeline.Ref != string.Create(CultureInfo.InvariantCulture, $"refs/merge-requests/{mr.Iid}/merge")) return false;
        var merge = await api.FindAsync<GitLabCommit>(project, project.At($"/repository/commits/{Uri.EscapeDataString(pipeline.Sha)}"), cancellationToken);
        return merge?.ParentIds?.Contains(head) is true;
    }
}
