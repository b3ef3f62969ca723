using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>Whether an issue is one that was asked for, where the tracker does not choose itself. Pure.</summary>
internal static class IssueMatch
{
    public static bool Fits(IssueDocument issue, IssueFilter filter) =>
        (filter.State is IssueSelection.All || issue.Completed == filter.State is IssueSelection.Closed)
        && (filter.Labels ?? []).All(label => issue.Labels?.Contains(label, StringComparer.OrdinalIgnoreCase) is true)
        && (filter.Assignee is null || filter.Assignee.Equals(issue.Assignee, StringComparison.OrdinalIgnoreCase));
}
