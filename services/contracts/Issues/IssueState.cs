namespace Athene.Contracts.Issues;

/// <summary>How an issue stands, whatever words its tracker has for it (spec trackers-scm-notifiers.md §1).</summary>
public enum IssueState
{
    Open,

    /// <summary>Somebody works on it. Trackers without such a state call it open.</summary>
    InProgress,

    /// <summary>Done.</summary>
    Closed,

    /// <summary>Ended without being done. Trackers without such a state call it closed.</summary>
    Cancelled,
}
