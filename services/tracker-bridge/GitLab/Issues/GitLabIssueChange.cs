namespace Athene.TrackerBridge.GitLab.Issues;

/// <summary>What of an issue is written; what is null is left alone.</summary>
/// <param name="StateEvent">close or reopen.</param>
/// <param name="AddLabels">With commas between.</param>
internal sealed record GitLabIssueChange(
    string? Title = null,
    string? Description = null,
    string? Labels = null,
    string? StateEvent = null,
    string? AddLabels = null,
    string? RemoveLabels = null,
    IReadOnlyList<long>? AssigneeIds = null)
{
    public bool IsNothing => this == new GitLabIssueChange();
}
