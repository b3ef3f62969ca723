using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Projects;
using Athene.Session.Prompts;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Gives sessions the names that people choose for them, and takes those back (spec sessions.md §6).</summary>
public sealed class Renaming(ILedger ledger, IProjectCatalog projects)
{
    public async Task<SessionDocument> ApplyAsync(string sessionId, RenameRequest request, CancellationToken cancellationToken)
    {
        var name = DisplayName.Clean(request.DisplayName);
        if (name is not null && !DisplayName.Fits(name))
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"The name of a session has at most {DisplayName.LongestName} characters.",
                "Choose a shorter one.", sessionId);
        }

        var known = await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        var own = await OwnNameAsync(known, cancellationToken);
        return await ledger.WriteAsync(known.ProjectId, sessionId, draft => Rename(draft, sessionId, name, own), cancellationToken);
    }

    // The name that the session would have if nobody had chosen one.
    private async Task<string?> OwnNameAsync(SessionRecord session, CancellationToken cancellationToken) =>
        session.Kind is SessionKind.Orchestrator
            ? OrchestratorPrompt.Title((await projects.FindAsync(session.ProjectId, cancellationToken))?.Name ?? session.ProjectId)
            : DisplayName.From(session.IssueTitle, session.Prompt);

    private static SessionDocument Rename(LedgerDraft draft, string sessionId, string? name, string? own)
    {
        var session = draft.Session ?? throw SessionErrors.NotFound(sessionId);
        var renamed = session with { DisplayName = name ?? own, DisplayNameUserSet = name is not null };
        if (renamed == session) return SessionView.Of(session);
        draft.Session = renamed;
        draft.Record(new Happening(
            EventKinds.Renamed, name is null ? $"{sessionId} has its own name again" : $"{sessionId} is called '{name}'", session.ProjectId, sessionId,
            Data: new JsonObject { ["displayName"] = renamed.DisplayName, ["userSet"] = renamed.DisplayNameUserSet }));
        return SessionView.Of(renamed);
    }
}
