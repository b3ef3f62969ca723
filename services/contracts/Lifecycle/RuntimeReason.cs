namespace Athene.Contracts.Lifecycle;

/// <summary>Why a runtime is in its <see cref="RuntimeState"/> (spec lifecycle.md §1.3).</summary>
public enum RuntimeReason
{
    SpawnIncomplete,
    ProcessRunning,
    ProcessMissing,
    TmuxMissing,
    ProbeError,
    ManualKillRequested,
    PrMergedCleanup,
    AutoCleanup,
}
