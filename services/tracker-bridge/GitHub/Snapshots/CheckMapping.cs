using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>GitHub's words for checks, as Athene's (spec trackers-scm-notifiers.md §7.1). Pure.</summary>
internal static class CheckMapping
{
    private const string Completed = "COMPLETED";

    /// <param name="word">A state or a conclusion; null or empty for none.</param>
    public static CheckState StateOf(string? word) => word?.ToUpperInvariant() switch
    {
        "IN_PROGRESS" => CheckState.Running,
        "PENDING" or "QUEUED" or "REQUESTED" or "WAITING" or "EXPECTED" => CheckState.Pending,
        "SUCCESS" => CheckState.Passed,
        "FAILURE" or "TIMED_OUT" or "CANCELLED" or "ACTION_REQUIRED" or "ERROR" or "STARTUP_FAILURE" => CheckState.Failed,
        "SKIPPED" or "NEUTRAL" => CheckState.Skipped,
        // What GitHub gave up waiting for (STALE), and any word that is new, is not known to have passed.
        _ => CheckState.Pending,
    };

    /// <summary>The newest run of each check: a repeated one leaves its earlier runs in the list.</summary>
    public static IReadOnlyList<CheckDocument> Of(IEnumerable<GraphCheck> checks) =>
        [.. checks.GroupBy(KeyOf).Select(runs => Of(runs.MaxBy(run => run.StartedAt ?? DateTimeOffset.MaxValue)!))];

    private static CheckDocument Of(GraphCheck check)
    {
        if (check.Context is { } context) return new CheckDocument(context, StateOf(check.State), check.Id, check.State?.ToLowerInvariant(), WebAddress.Of(check.TargetUrl));
        var state = check.Status == Completed ? StateOf(check.Conclusion) : StateOf(check.Status);
        return new CheckDocument(check.Name ?? check.Id, state, check.Id, check.Conclusion?.ToLowerInvariant(), WebAddress.Of(check.DetailsUrl));
    }

    // Two apps, or two workflows, may have a check of one name, and one workflow may run for two events.
    private static (string?, string?, string?, string?, string?) KeyOf(GraphCheck check) =>
        (check.Context, check.Name, check.CheckSuite?.App?.Slug, check.CheckSuite?.WorkflowRun?.Workflow.Name, check.CheckSuite?.WorkflowRun?.Event);
}
