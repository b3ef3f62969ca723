namespace Athene.Session.Operations;

/// <summary>
/// Tells those who wait for an operation that it has moved. Only a hint: what is true is in the workflow's state. Several operations share a signal,
/// so that nothing is kept for an id that somebody has asked for.
/// </summary>
public sealed class OperationWatch
{
    private const int Signals = 64;

    private readonly TaskCompletionSource[] waiting = [.. Enumerable.Range(0, Signals).Select(_ => NewSignal())];

    /// <summary>Completes at the next move of the operation, and sometimes before. Ask before reading the state, so that no move is missed.</summary>
    public Task NextAsync(string operationId) => Volatile.Read(ref waiting[SignalOf(operationId)]).Task;

    public void Signal(string operationId) => Interlocked.Exchange(ref waiting[SignalOf(operationId)], NewSignal()).TrySetResult();

    private static int SignalOf(string operationId) => (int)((uint)operationId.GetHashCode(StringComparison.Ordinal) % Signals);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
