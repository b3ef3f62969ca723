namespace Athene.Contracts.Operations;

/// <summary>Where a long operation stands.</summary>
public enum OperationState
{
    /// <summary>It waits until there is room for it (<see cref="OperationDocument.Queue"/>).</summary>
    Queued,
    Running,
    Succeeded,
    Failed,
}
