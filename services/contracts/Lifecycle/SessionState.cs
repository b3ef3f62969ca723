namespace Athene.Contracts.Lifecycle;

/// <summary>Where the work of a session stands (spec lifecycle.md §1.1).</summary>
public enum SessionState
{
    NotStarted,
    Working,
    Idle,
    NeedsInput,
    Stuck,
    Detecting,
    Done,
    Terminated,
}
