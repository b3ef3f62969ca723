namespace Athene.TrackerBridge.Linear;

/// <summary>What of an issue is written; what is null is left alone.</summary>
internal sealed record LinearIssueInput(
    string? TeamId = null,
    string? Title = null,
    string? Description = null,
    int? Priority = null,
    string? StateId = null,
    string? AssigneeId = null,
    IReadOnlyList<string>? LabelIds = null)
{
    public bool IsNothing => this == new LinearIssueInput();
}
