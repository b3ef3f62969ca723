using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Assessing;

/// <summary>A session that cannot be seen: after a while a person has to look (spec lifecycle.md §5). It is never ended for that. Pure.</summary>
internal static class Doubt
{
    /// <summary>How long Athene tries to find out by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static Verdict VerdictOf(SessionDocument session, DateTimeOffset now) => session.Lifecycle.Session switch
    {
        // One that waits, for a person or for others, waits still.
        { State: SessionState.Stuck or SessionState.NeedsInput or SessionState.Idle } waits => new Verdict(waits.State, waits.Reason),
        { State: SessionState.Detecting } when now > OverAt(session) => new Verdict(SessionState.Stuck, SessionReason.ProbeFailure),
        _ => new Verdict(SessionState.Detecting, SessionReason.ProbeFailure),
    };

    /// <summary>When a person has to look; counted from when it was first in doubt for this reason.</summary>
    public static DateTimeOffset OverAt(SessionDocument session) => session.Lifecycle.Session.LastTransitionAt + Longest;
}
