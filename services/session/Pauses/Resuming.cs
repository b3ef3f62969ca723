using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.Session.Messages;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Pauses;

/// <summary>Ends pauses: when their time has come, or because a person says so.</summary>
public sealed class Resuming(ILedger ledger, Outbox outbox)
{
    /// <summary>Asked again, it does nothing more: the message has the pause's name, and a pause that is over is over.</summary>
    public async Task<SessionDocument> ResumeAsync(string sessionId, ResumeRequest request, CancellationToken cancellationToken)
    {
        var known = await ledger.GetSessionAsync(sessionId, cancellationToken);
        var pauseId = request.PauseId ?? known.Paused?.Id;
        var session = await ledger.WriteAsync(known.ProjectId, sessionId, draft => Resume(draft, sessionId, pauseId), cancellationToken);
        if (request.Message is { } message && pauseId is not null && session.Paused is null && !session.Lifecycle.IsTerminal)
            await outbox.AcceptAsync(sessionId, new MessageRequest(message, $"resume-{pauseId}"), cancellationToken);
        outbox.Wake(sessionId);
        return session;
    }

    private static SessionDocument Resume(LedgerDraft draft, string sessionId, string? pauseId)
    {
        var session = draft.Session ?? throw SessionErrors.NotFound(sessionId);
        if (session.Paused is null || session.Paused.Id != pauseId) return SessionView.Of(session);
        var resumed = PauseRules.Ended(session, draft.Now);
        if (PauseTidings.Of(session, resumed) is { } tidings) draft.Record(tidings);
        draft.Session = resumed;
        return SessionView.Of(resumed);
    }
}
