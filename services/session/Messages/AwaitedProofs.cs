using System.Collections.Concurrent;

namespace Athene.Session.Messages;

/// <summary>The sessions to which a message was typed that the agent has not been seen to take yet.</summary>
public sealed class AwaitedProofs
{
    private readonly ConcurrentDictionary<string, byte> sessions = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource begun = NewSignal();

    public bool IsEmpty => sessions.IsEmpty;

    public IReadOnlyCollection<string> SessionIds => [.. sessions.Keys];

    public bool Contains(string sessionId) => sessions.ContainsKey(sessionId);

    public void Begin(string sessionId)
    {
        if (sessions.TryAdd(sessionId, 0)) Interlocked.Exchange(ref begun, NewSignal()).TrySetResult();
    }

    public void End(string sessionId) => sessions.TryRemove(sessionId, out _);

    /// <summary>Completes when one more session is waited for.</summary>
    public Task NextAsync() => begun.Task;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
