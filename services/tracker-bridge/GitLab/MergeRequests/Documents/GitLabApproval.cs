namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>One approval.</summary>
internal sealed record GitLabApproval(GitLabUser User);
