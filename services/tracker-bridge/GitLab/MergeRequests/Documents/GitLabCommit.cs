namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>A commit.</summary>
internal sealed record GitLabCommit(IReadOnlyList<string>? ParentIds);
