namespace Athene.Contracts.Lifecycle;

/// <summary>The one word a person sees; derived from the lifecycle, never stored (spec lifecycle.md §2).</summary>
public enum SessionStatus
{
    Spawning,
    Working,
    Idle,
    NeedsInput,
    Stuck,
    Detecting,
    Done,
    Killed,
    Cleanup,
    Errored,
    Terminated,
    Merged,
    CiFailed,
    ChangesRequested,
    ReviewPending,
    Approved,
    Mergeable,
    PrOpen,
}
