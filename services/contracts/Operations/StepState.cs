namespace Athene.Contracts.Operations;

/// <summary>Where one step of an operation stands.</summary>
public enum StepState
{
    Running,
    Succeeded,
    Failed,
    Undone,
    UndoFailed,
}
