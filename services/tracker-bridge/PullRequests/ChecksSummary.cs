using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>What checks come to together (spec trackers-scm-notifiers.md §7.1). Pure.</summary>
public static class ChecksSummary
{
    public static ChecksState Of(IReadOnlyCollection<CheckDocument> checks)
    {
        if (checks.Any(check => check.State is CheckState.Failed)) return ChecksState.Failing;
        if (checks.Any(check => check.State is CheckState.Pending or CheckState.Running)) return ChecksState.Pending;
        return checks.Any(check => check.State is CheckState.Passed) ? ChecksState.Passing : ChecksState.None;
    }
}
