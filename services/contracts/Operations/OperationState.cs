namespace Athene.Contracts.Operations;

/// <summary>Where a long operation stands.</summary>
public enum OperationState
{
    Running,
    Succeeded,
    Failed,
}
