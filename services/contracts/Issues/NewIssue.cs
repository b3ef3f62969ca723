namespace Athene.Contracts.Issues;

/// <summary>An issue that is to be.</summary>
/// <param name="Priority">Left out where the tracker has none.</param>
public sealed record NewIssue(
    string Title, string Body = "", IReadOnlyList<string>? Labels = null, string? Assignee = null, IssuePriority? Priority = null);
