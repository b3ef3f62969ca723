namespace Athene.Contracts.Issues;

/// <summary>Which issues of a project are wanted (spec trackers-scm-notifiers.md §1).</summary>
/// <param name="Labels">They must have all of these.</param>
/// <param name="Assignee">By the name that the tracker knows; null: whoever.</param>
/// <param name="Limit">At most so many, the newest first; 1 to <see cref="MostAtOnce"/>.</param>
public sealed record IssueFilter(
    IssueSelection State = IssueSelection.Open, IReadOnlyList<string>? Labels = null, string? Assignee = null, int Limit = IssueFilter.UsualLimit)
{
    public const int UsualLimit = 30;

    /// <summary>What every tracker gives in one answer.</summary>
    public const int MostAtOnce = 100;
}
