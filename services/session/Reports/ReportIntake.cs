using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Reports;

/// <summary>Takes what agents say about themselves; it counts at once, unless the session has ended (spec lifecycle.md §14).</summary>
public sealed class ReportIntake(ILedger ledger)
{
    /// <summary>The longest note, in characters: it is kept with the session and in the history, and read by people.</summary>
    public const int LongestNote = 2000;

    public async Task<ReportResult> AcceptAsync(string sessionId, ReportRequest request, CancellationToken cancellationToken)
    {
        var meaning = ReportWords.Meaning(request.State) ?? throw new AtheneException(
            ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"'{request.State}' is not something an agent reports.",
            "Use started, working, waiting, needs_input, fixing_ci, addressing_reviews, pr_created, draft_pr_created, ready_for_review or completed.");
        if (request.Note?.Length > LongestNote)
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest,
                $"The note of a report has at most {LongestNote} characters; this one has {request.Note.Length}.",
                "Say it in one line, and put the rest into a file of the workspace.", sessionId);
        }

        var pr = ReportedPullRequest.Read(request.Pr);
        var known = await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        var refusal = pr is null
            ? await ledger.WriteAsync(known.ProjectId, sessionId, draft => Accept(draft, sessionId, request, meaning, pr), cancellationToken)
            : await ledger.WriteWithOthersAsync(known.ProjectId, sessionId, draft => Accept(draft, sessionId, request, meaning, pr), cancellationToken);
        return refusal is null
            ? new ReportResult(true)
            : throw new AtheneException(ErrorTypes.ReportRejected, StatusCodes.Status409Conflict, refusal, HintFor(sessionId), sessionId);
    }

    private static string HintFor(string sessionId) => $"'athene get {sessionId}' shows how the session stands.";

    private static string? Accept(
        LedgerDraft draft, string sessionId, ReportRequest request, (SessionState State, SessionReason Reason) meaning, PullRequestUrl? pr)
    {
        if (draft.Session is not { } session) return $"There is no session {sessionId}.";
        if (RefusalOf(session) is { } refusal)
        {
            draft.Record(new Happening(
                EventKinds.ReportRejected, $"A report of {sessionId} was refused: {refusal}", session.ProjectId, sessionId, Levels.Warn,
                new JsonObject { ["state"] = request.State, ["reason"] = refusal }));
            return refusal;
        }

        var word = ReportWords.Normalise(request.State);
        session = session with
        {
            Report = new AgentReport(word, request.Note, draft.Now),
            Lifecycle = session.Lifecycle.To(meaning.State, meaning.Reason, draft.Now),
            LastActivityAt = draft.Now,
        };
        draft.Session = pr is null ? ReportedPullRequest.Judge(session, word, draft.Now) : ReportedPullRequest.Add(draft, session, pr, word);
        draft.Record(new Happening(
            EventKinds.Reported, $"{sessionId} reports {word}{(request.Note is { Length: > 0 } note ? $": {note}" : "")}",
            session.ProjectId, sessionId, Data: new JsonObject { ["state"] = word, ["note"] = request.Note, ["pr"] = request.Pr }));
        return null;
    }

    private static string? RefusalOf(SessionRecord session)
    {
        if (session.Kind is SessionKind.Orchestrator) return "an orchestrator does not report.";
        if (session.Lifecycle.IsTerminal) return $"session {session.Id} has ended.";
        if (session.Lifecycle.Pr.State is PullRequestState.Merged or PullRequestState.Closed) return "its pull request is settled.";
        return session.Lifecycle.Runtime.State is RuntimeState.Missing or RuntimeState.Exited ? "its agent is not running." : null;
    }
}
