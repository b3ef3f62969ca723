namespace Athene.Contracts.Lifecycle;

/// <summary>Whether the terminal of a session and the agent in it live (spec lifecycle.md §1.3).</summary>
public enum RuntimeState
{
    Unknown,
    Alive,
    Exited,
    Missing,
    ProbeFailed,
}
