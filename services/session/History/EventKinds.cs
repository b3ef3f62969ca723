using Athene.Contracts.Events;

namespace Athene.Session.History;

/// <summary>Kinds of events (spec sessions.md §23), and which of them other services hear of.</summary>
public static class EventKinds
{
    public const string SpawnStarted = "session.spawn_started";
    public const string Spawned = "session.spawned";
    public const string SpawnFailed = "session.spawn_failed";
    public const string SpawnQueued = "session.spawn_queued";
    public const string SpawnHeld = "session.spawn_held";
    public const string SpawnReleased = "session.spawn_released";
    public const string SpawnCancelled = "session.spawn_cancelled";
    public const string SpawnStepFailed = "session.spawn_step_failed";
    public const string OrchestratorConflict = "session.orchestrator_conflict";
    public const string Renamed = "session.renamed";
    public const string RollbackStarted = "session.rollback_started";
    public const string RollbackStepFailed = "session.rollback_step_failed";
    public const string KillStarted = "session.kill_started";
    public const string Killed = "session.killed";
    public const string KillFailed = "session.kill_failed";
    public const string Restored = "session.restored";
    public const string RestoreFailed = "session.restore_failed";
    public const string RestoreFallback = "session.restore_fallback";
    public const string RuntimeLost = "runtime.lost_detected";
    public const string RuntimeDestroyFailed = "runtime.destroy_failed";
    public const string WorkspaceDestroyFailed = "workspace.destroy_failed";
    public const string WorkspaceCaution = "workspace.caution";
    public const string BranchCollision = "workspace.branch_collision";
    public const string WorkKept = "workspace.work_kept";
    public const string IssueFetchFailed = "tracker.issue_fetch_failed";
    public const string GeneratePromptFailed = "tracker.generate_prompt_failed";
    public const string Remapped = "session.remapped";
    public const string Observed = "session.observed";
    public const string Transitioned = "session.transitioned";
    public const string Paused = "session.paused";
    public const string Resumed = "session.resumed";
    public const string BudgetWarned = "budget.warned";
    public const string BudgetSpent = "budget.spent";
    public const string MessageState = "session.message_state";
    public const string SendFailed = "session.send_failed";
    public const string Reported = "session.reported";
    public const string ReportRejected = "api.agent_report.transition_rejected";
    public const string PullRequestOpened = "session.pr_opened";
    public const string BranchChanged = "session.branch_changed";
    public const string PrClaimed = "session.pr_claimed";

    public const string ClaimFailed = "session.claim_failed";

    public const string PrTakenOver = "session.pr_taken_over";

    public const string PrOwnerRepaired = "session.pr_owner_repaired";

    public const string PrDetected = "scm.detect_pr_succeeded";

    public const string PrNotAdded = "session.pr_not_added";

    public const string CleanupError = "session.cleanup_error";

    public const string CorruptDetected = "metadata.corrupt_detected";

    /// <summary>The CloudEvent type under which <paramref name="kind"/> is published, or null when it stays in the history.</summary>
    public static string? PublishedAs(string kind) => kind switch
    {
        SpawnStarted => EventTypes.SpawnStarted,
        Spawned => EventTypes.Spawned,
        SpawnFailed => EventTypes.SpawnFailed,
        Killed => EventTypes.Killed,
        Restored => EventTypes.Restored,
        RestoreFailed => EventTypes.RestoreFailed,
        RuntimeLost => EventTypes.RuntimeLost,
        Observed => EventTypes.Observed,
        Transitioned => EventTypes.Transitioned,
        Paused => EventTypes.Paused,
        Resumed => EventTypes.Resumed,
        MessageState or SendFailed => EventTypes.MessageState,
        Reported or PullRequestOpened => EventTypes.Reported,
        PrClaimed or PrTakenOver or PrOwnerRepaired => EventTypes.PrClaimed,
        _ => null,
    };
}
