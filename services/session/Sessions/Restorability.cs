using Athene.Contracts.Lifecycle;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>
/// Which sessions can be brought back to life: those that have ended, and those whose agent or terminal is gone, whatever else stands
/// (spec sessions.md §5, W-S14). A merged pull request is not a dead agent (W-S13). Pure.
/// </summary>
public static class Restorability
{
    /// <summary>Why a session cannot be restored; null when it can.</summary>
    public static string? RefusalOf(SessionRecord session)
    {
        if (session.Lifecycle.IsTerminal || IsDead(session.Lifecycle.Runtime.State)) return null;
        return session.Lifecycle.Session.State is SessionState.NotStarted && session.Runtime is null
            ? "it is still being spawned."
            : "its agent is running.";
    }

    private static bool IsDead(RuntimeState state) => state is RuntimeState.Missing or RuntimeState.Exited;
}
