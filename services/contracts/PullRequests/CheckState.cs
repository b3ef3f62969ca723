namespace Athene.Contracts.PullRequests;

/// <summary>Where one check stands (spec trackers-scm-notifiers.md §7.1).</summary>
public enum CheckState
{
    Pending,
    Running,
    Passed,
    Failed,
    Skipped,
}
