using System.Collections.Concurrent;

namespace Athene.Session.Operations;

/// <summary>Tells those who wait for an operation that it has moved. Only a hint: what is true is in the workflow's state.</summary>
public sealed class OperationWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> watched = new();

    /// <summary>Completes at the next move of the operation. Ask before reading the state, so that no move is missed.</summary>
    public Task NextAsync(string operationId) =>
        watched.GetOrAdd(operationId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Signal(string operationId)
    {
        if (watched.TryRemove(operationId, out var waiting)) waiting.TrySetResult();
    }
}
