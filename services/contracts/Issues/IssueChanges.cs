namespace Athene.Contracts.Issues;

/// <summary>What is to change about an issue; what is null stays as it is (spec trackers-scm-notifiers.md §1).</summary>
/// <param name="State">A state that the tracker does not have changes nothing when it is <see cref="IssueState.InProgress"/>, and closes when it is <see cref="IssueState.Cancelled"/>.</param>
/// <param name="RemoveLabels">One that the issue does not have is no error.</param>
/// <param name="Assignee">By the name that the tracker knows.</param>
/// <param name="Comment">Markdown, said as the user whose token Athene has.</param>
public sealed record IssueChanges(
    IssueState? State = null,
    IReadOnlyList<string>? AddLabels = null,
    IReadOnlyList<string>? RemoveLabels = null,
    string? Assignee = null,
    string? Comment = null);
