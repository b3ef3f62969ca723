namespace Athene.Contracts.Lifecycle;

/// <summary>What the agent seems to be doing (spec lifecycle.md §3).</summary>
public enum Activity
{
    Active,
    Ready,
    Idle,
    WaitingInput,
    Blocked,
    Exited,
}
