using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.Agents;
using Athene.Session.History;
using Athene.Session.Machine.Agents;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>
/// Finds the agent's own conversation of a session again, so that a restore can take it up (spec sessions.md §20). For every agent whose record
/// can be read, not only for OpenCode.
/// </summary>
public sealed class Remapping(ILedger ledger, SessionProfiles profiles, IConversations conversations)
{
    /// <exception cref="AtheneException">The agent's record cannot be read, or there is no conversation of this session in it.</exception>
    public async Task<SessionDocument> RemapAsync(string sessionId, RemapRequest request, CancellationToken cancellationToken)
    {
        var session = await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
        var profile = profiles.Of(session);
        if (!conversations.CanFind(profile)) throw WrongAgent(session);
        if (!request.Force && NativeIds.IsValid(session.NativeSessionId)) return SessionView.Of(session);

        var place = new RecordPlace(session.Id, session.WorkspacePath ?? session.ProjectPath, null, session.CreatedAt);
        var found = conversations.Find(profile, place) ?? throw Missing(session);
        return await ledger.WriteAsync(session.ProjectId, session.Id, draft => Apply(draft, sessionId, found), cancellationToken);
    }

    private static SessionDocument Apply(LedgerDraft draft, string sessionId, string found)
    {
        var session = draft.Session ?? throw SessionErrors.NotFound(sessionId);
        if (session.HeldBy is { } holder) throw SessionErrors.Busy(sessionId, holder);
        if (session.NativeSessionId == found) return SessionView.Of(session);
        draft.Session = session with
        {
            NativeSessionId = found, AgentInfo = (session.AgentInfo ?? new AgentInfoDocument()) with { NativeSessionId = found },
        };
        draft.Record(new Happening(
            EventKinds.Remapped, $"The conversation of {sessionId} is {found}", session.ProjectId, sessionId,
            Data: new JsonObject { ["nativeSessionId"] = found, ["before"] = session.NativeSessionId }));
        return SessionView.Of(draft.Session);
    }

    private static AtheneException WrongAgent(SessionRecord session) => new(
        ErrorTypes.AgentUnsupported, StatusCodes.Status422UnprocessableEntity,
        $"Conversations of {session.Agent} cannot be found: Athene cannot read its record.",
        "Agents whose profile has 'nativeSession.format' can be remapped.", session.Id);

    private static AtheneException Missing(SessionRecord session) => new(
        ErrorTypes.MappingMissing, StatusCodes.Status404NotFound,
        $"The record of {session.Agent} has no conversation of session {session.Id}.",
        $"Look at its screen with 'athene output {session.Id}': an agent that has taken no prompt yet has none.", session.Id);
}
