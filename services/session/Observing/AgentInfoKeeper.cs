using System.Collections.Concurrent;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Agents;
using Athene.Session.Records;
using Athene.Session.Spending;

namespace Athene.Session.Observing;

/// <summary>Stores what the agents' records say of their conversations with the sessions, when it has changed in a way that matters.</summary>
public sealed class AgentInfoKeeper(ILedger ledger, Bookkeeping books, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> storedAt = new(StringComparer.Ordinal);

    public async Task KeepAsync(SessionRecord session, AgentInfoDocument info, bool turnEnded, CancellationToken cancellationToken)
    {
        var since = storedAt.TryGetValue(session.Id, out var at) ? time.GetElapsedTime(at) : TimeSpan.MaxValue;
        if (!AgentInfo.IsWorthStoring(session.AgentInfo, info, since, turnEnded)) return;
        storedAt[session.Id] = time.GetTimestamp();
        await ledger.WriteWithSpendingAsync(
            session.ProjectId,
            session.Id,
            draft =>
            {
                if (draft.Session is not { } current) return false;
                // The id that an agent gave itself is found here; one that Athene chose stays.
                draft.Session = current with { AgentInfo = info, NativeSessionId = current.NativeSessionId ?? FoundId(info) };
                books.Book(draft, info);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Nobody will ask about the session again.</summary>
    public void Forget(string sessionId) => storedAt.TryRemove(sessionId, out _);

    private static string? FoundId(AgentInfoDocument info) => NativeIds.IsValid(info.NativeSessionId) ? info.NativeSessionId : null;
}
