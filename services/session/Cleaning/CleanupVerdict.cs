using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Records;

namespace Athene.Session.Cleaning;

/// <summary>Why a cleanup ends a session (spec sessions.md §16). Pure; what only others know is asked by <see cref="CleanupProbe"/>.</summary>
public static class CleanupVerdict
{
    /// <summary>Orchestrators are never cleaned up, nor is a session that is only just being made or restored.</summary>
    public static bool IsProtected(SessionRecord session) =>
        session.Kind is SessionKind.Orchestrator || session.Runtime is null || session.HeldBy is not null;

    /// <summary>The terminal was there once and is not any more, or nothing runs in it.</summary>
    public static bool HasDeadRuntime(SessionRecord session) =>
        session is { Runtime: not null, Lifecycle.Runtime.State: RuntimeState.Missing or RuntimeState.Exited };
}
