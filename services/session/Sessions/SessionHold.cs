using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>
/// Operations that make or end a session's worktree or terminal (kill, restore, and what comes like them) hold it from their first step to their
/// last, so that no two of them ever overlap. For use in changes of the ledger. Pure.
/// </summary>
public static class SessionHold
{
    /// <exception cref="Contracts.Errors.AtheneException">Another operation holds the session.</exception>
    public static SessionRecord Take(SessionRecord session, string operationId) =>
        session.HeldBy is { } holder && holder != operationId ? throw SessionErrors.Busy(session.Id, holder) : session with { HeldBy = operationId };

    /// <summary>Lets go of the session, if it is this operation that holds it.</summary>
    public static SessionRecord Release(SessionRecord session, string operationId) =>
        session.HeldBy == operationId ? session with { HeldBy = null } : session;
}
