namespace Athene.Contracts.Issues;

/// <summary>How pressing an issue is, where a tracker says so (spec trackers-scm-notifiers.md §4).</summary>
public enum IssuePriority
{
    Urgent,
    High,
    Normal,
    Low,
}
