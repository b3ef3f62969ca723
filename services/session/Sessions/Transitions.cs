using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.PullRequests;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Applies verdicts of the lifecycle service. One that was made from a state the session has left is refused (acceptance case 83).</summary>
public sealed class Transitions(ILedger ledger)
{
    public async Task<SessionDocument> ApplyAsync(string sessionId, TransitionRequest request, CancellationToken cancellationToken)
    {
        var known = await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        return FoundPullRequests.AreAllOwned(known, request.PullRequests)
            ? await ledger.WriteAsync(known.ProjectId, sessionId, draft => Apply(draft, sessionId, request), cancellationToken)
            : await ledger.WriteWithOthersAsync(known.ProjectId, sessionId, draft => Apply(draft, sessionId, request), cancellationToken);
    }

    private static SessionDocument Apply(LedgerDraft draft, string sessionId, TransitionRequest request)
    {
        var before = draft.Session ?? throw SessionErrors.NotFound(sessionId);
        var now = before.Lifecycle.Session;
        var isThere = now.State == request.State && now.Reason == request.Reason;
        if (!isThere && (now.State != request.Observed || before.Lifecycle.IsTerminal)) throw Stale(sessionId, now, request);
        if (before.Lifecycle.IsTerminal) return SessionView.Of(before);

        var found = request.PullRequests is { } findings ? FoundPullRequests.Apply(draft, before, findings) : before;
        if (isThere && ReferenceEquals(found, before)) return SessionView.Of(before);
        draft.Session = isThere ? found : found with { Lifecycle = found.Lifecycle.To(request.State, request.Reason, draft.Now) };
        if (draft.Session.Lifecycle.IsTerminal) draft.Project = draft.Project?.WithEnded(sessionId);
        draft.Record(new Happening(
            EventKinds.Transitioned, Summary(before, draft.Session), before.ProjectId, sessionId,
            Data: new JsonObject
            {
                ["from"] = Words.Of(now.State), ["to"] = Words.Of(request.State), ["reason"] = Words.Of(request.Reason),
                ["pr"] = Words.Of(draft.Session.Lifecycle.Pr.Reason),
            }));
        return SessionView.Of(draft.Session);
    }

    private static string Summary(SessionRecord before, SessionRecord after) => before.Lifecycle.Session.State == after.Lifecycle.Session.State
        ? $"{after.Id} is {Words.Of(StatusDerivation.Of(after.Lifecycle))}"
        : $"{after.Id} went from {Words.Of(before.Lifecycle.Session.State)} to {Words.Of(after.Lifecycle.Session.State)}";

    private static AtheneException Stale(string sessionId, SessionPart now, TransitionRequest request) => new(
        ErrorTypes.TransitionStale, StatusCodes.Status409Conflict,
        $"Session {sessionId} is {Words.Of(now.State)} by now, not {Words.Of(request.Observed)}.", "Read it again and decide anew.", sessionId);
}
