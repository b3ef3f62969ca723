namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>Who approved a merge request, and how many more have to.</summary>
internal sealed record GitLabApprovals(int ApprovalsRequired, int ApprovalsLeft, IReadOnlyList<GitLabApproval>? ApprovedBy);
