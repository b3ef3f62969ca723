using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Applies verdicts of the lifecycle service. One that was made from a state the session has left is refused (acceptance case 83).</summary>
public sealed class Transitions(ILedger ledger)
{
    public async Task<SessionDocument> ApplyAsync(string sessionId, TransitionRequest request, CancellationToken cancellationToken)
    {
        var known = await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        return await ledger.WriteAsync(known.ProjectId, sessionId, draft => Apply(draft, sessionId, request), cancellationToken);
    }

    private static SessionDocument Apply(LedgerDraft draft, string sessionId, TransitionRequest request)
    {
        var session = draft.Session ?? throw SessionErrors.NotFound(sessionId);
        var now = session.Lifecycle.Session;
        if (now.State == request.State && now.Reason == request.Reason) return SessionView.Of(session);
        if (now.State != request.Observed || session.Lifecycle.IsTerminal)
        {
            throw new AtheneException(
                ErrorTypes.TransitionStale, StatusCodes.Status409Conflict,
                $"Session {sessionId} is {Words.Of(now.State)} by now, not {Words.Of(request.Observed)}.", "Read it again and decide anew.", sessionId);
        }

        draft.Session = session with { Lifecycle = session.Lifecycle.To(request.State, request.Reason, draft.Now) };
        if (draft.Session.Lifecycle.IsTerminal) draft.Project = draft.Project?.WithEnded(sessionId);
        draft.Record(new Happening(
            EventKinds.Transitioned, $"{sessionId} went from {Words.Of(now.State)} to {Words.Of(request.State)}", session.ProjectId, sessionId,
            Data: new JsonObject
            {
                ["from"] = Words.Of(now.State), ["to"] = Words.Of(request.State), ["reason"] = Words.Of(request.Reason),
            }));
        return SessionView.Of(draft.Session);
    }
}
