using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Linear;

/// <summary>Linear's words and numbers for what an issue can be (spec trackers-scm-notifiers.md §4). Pure.</summary>
internal static class LinearWords
{
    public static readonly string[] EndedTypes = ["completed", "canceled"];

    public static IssueState StateOf(string type) => type switch
    {
        "completed" => IssueState.Closed,
        "canceled" => IssueState.Cancelled,
        "started" => IssueState.InProgress,
        _ => IssueState.Open,
    };

    /// <summary>The type of the step that an issue is moved to.</summary>
    public static string TypeOf(IssueState state) => state switch
    {
        IssueState.Closed => "completed",
        IssueState.Cancelled => "canceled",
        IssueState.InProgress => "started",
        _ => "unstarted",
    };

    /// <summary>0 is none.</summary>
    public static IssuePriority? PriorityOf(int number) => number switch
    {
        1 => IssuePriority.Urgent,
        2 => IssuePriority.High,
        3 => IssuePriority.Normal,
        4 => IssuePriority.Low,
        _ => null,
    };

    public static int NumberOf(IssuePriority priority) => priority switch
    {
        IssuePriority.Urgent => 1,
        IssuePriority.High => 2,
        IssuePriority.Normal => 3,
        _ => 4,
    };
}
