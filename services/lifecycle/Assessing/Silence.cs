using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Assessing;

/// <summary>An agent that should be at work and does nothing is stuck after a while, whatever its pull request says (W-L1). Pure.</summary>
internal static class Silence
{
    public static bool IsTooLong(SessionDocument session, Verdict verdict, DateTimeOffset now, Policy policy) =>
        IsAtWork(session, verdict) && TooLongAt(session, policy) <= now;

    public static Verdict VerdictOf(Activity activity) =>
        new(SessionState.Stuck, activity is Activity.Blocked ? SessionReason.ErrorInProcess : SessionReason.ProbeFailure);

    /// <summary>When an agent that stays as silent as it is counts as stuck; null: never.</summary>
    public static DateTimeOffset? TooLongAt(SessionDocument session, Policy policy)
    {
        if (session is not { Paused: null, Activity: Activity.Idle or Activity.Blocked, ActivityEvidence.At: var silentSince }) return null;
        if (policy.Rule(ReactionKeys.AgentStuck)?.Threshold is not { } threshold || threshold == TimeSpan.Zero) return null;
        var expectedSince = session.ResumedAt > session.Lifecycle.Session.LastTransitionAt ? session.ResumedAt.Value : session.Lifecycle.Session.LastTransitionAt;
        return (silentSince > expectedSince ? silentSince : expectedSince) + threshold;
    }

    // Orchestrators wait for others; a session that was put to another task just now has its time from then.
    private static bool IsAtWork(SessionDocument session, Verdict verdict) =>
        session.Kind is SessionKind.Worker && verdict.State is SessionState.Working && session.Lifecycle.Session.State == verdict.State
        && session.Lifecycle.Session.Reason == verdict.Reason;
}
