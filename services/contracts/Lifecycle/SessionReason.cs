namespace Athene.Contracts.Lifecycle;

/// <summary>Why a session is in its <see cref="SessionState"/> (spec lifecycle.md §1.1).</summary>
public enum SessionReason
{
    SpawnRequested,
    AgentAcknowledged,
    TaskInProgress,
    FixingCi,
    ResolvingReviewComments,
    PrCreated,
    AwaitingExternalReview,
    PrClosedWaitingDecision,
    MergedWaitingDecision,
    ResearchComplete,
    AwaitingUserInput,
    RuntimeLost,
    AgentProcessExited,
    ProbeFailure,
    ErrorInProcess,
    ManuallyKilled,
    PrMerged,
    AutoCleanup,
}
