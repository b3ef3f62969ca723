namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>Users to be assigned, in place of those who are.</summary>
internal sealed record GitLabAssignment(IReadOnlyList<long> AssigneeIds);
