using Athene.Configuration;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Assessing;

/// <summary>
/// A session whose agent or terminal is gone: it may come back for a while, then it has ended. An agent that ended under a living terminal is no
/// riddle, but an end of its own kind (W-L2); both can be restored. Pure.
/// </summary>
internal static class Loss
{
    /// <summary>Null: not yet.</summary>
    public static Verdict? VerdictOf(SessionDocument session, DateTimeOffset now, LifecycleConfiguration lifecycle)
    {
        if (HasCompleted(session)) return new Verdict(SessionState.Done, SessionReason.ResearchComplete);
        var reason = session.Lifecycle.Runtime.State is RuntimeState.Missing ? SessionReason.RuntimeLost : SessionReason.AgentProcessExited;
        return now >= OverAt(session, lifecycle) ? new Verdict(SessionState.Terminated, reason) : new Verdict(SessionState.Detecting, reason);
    }

    /// <summary>When it has ended for good; one that was silent for long before it went is not waited for.</summary>
    public static DateTimeOffset OverAt(SessionDocument session, LifecycleConfiguration lifecycle)
    {
        var lostAt = session.Lifecycle.Runtime.LastObservedAt ?? session.Lifecycle.Session.LastTransitionAt;
        return lostAt - session.LastActivityAt > lifecycle.RuntimeLostGrace ? lostAt : lostAt + lifecycle.RuntimeLostGrace;
    }

    // An exit code that nobody saw (the terminal is gone with it) is no failure.
    private static bool HasCompleted(SessionDocument session) =>
        session.Lifecycle is { Session: { State: SessionState.Idle, Reason: SessionReason.ResearchComplete }, Runtime.ExitCode: null or 0 };
}
