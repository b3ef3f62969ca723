namespace Athene.Lifecycle.Reactions;

/// <summary>What a configuration calls the things that Athene reacts to (spec lifecycle.md §10).</summary>
public static class ReactionKeys
{
    public const string PullRequestClosed = "pr-closed";
    public const string ChecksFailed = "ci-failed";
    public const string ChangesRequested = "changes-requested";
    public const string BotComments = "bugbot-comments";
    /// <summary>Remarks of people without write access; the reference gives them to the agent like all others.</summary>
    public const string OutsideRemarks = "outside-comments";
    public const string MergeConflicts = "merge-conflicts";
    public const string ApprovedAndGreen = "approved-and-green";
    public const string AgentIdle = "agent-idle";
    public const string AgentStuck = "agent-stuck";
    public const string AgentNeedsInput = "agent-needs-input";
    public const string AgentExited = "agent-exited";
    public const string UsageLimit = "usage-limit";
    public const string AllComplete = "all-complete";
    public const string NoAcknowledge = "report-no-acknowledge";
    public const string StaleReport = "report-stale";
    public const string ReportNeedsInput = "report-needs-input";
}
