namespace Athene.TrackerBridge.GitLab.Issues;

/// <summary>What of GitLab's issue is read; its field names are GitLab's.</summary>
internal sealed record GitLabIssue(
    int Iid, string Title, string? Description, string State, string? WebUrl, IReadOnlyList<string>? Labels, GitLabUser? Author, IReadOnlyList<GitLabUser>? Assignees)
{
    public bool IsClosed => State == "closed";
}
