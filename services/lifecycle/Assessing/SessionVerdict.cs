using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.Assessing;

/// <summary>
/// Where a session stands, by all that is known: a dead agent counts most, then a question, then what its pull requests say, then silence
/// (spec lifecycle.md §4, §14). What is not known changes nothing, and uncertainty never ends a session. Pure.
/// </summary>
public static class SessionVerdict
{
    /// <summary>The verdict; the state that the session is in already when there is no reason for another.</summary>
    public static Verdict Of(SessionDocument session, Verdict? byPullRequests, DateTimeOffset now, Policy policy)
    {
        var (state, reason) = (session.Lifecycle.Session.State, session.Lifecycle.Session.Reason);
        var stay = new Verdict(state, reason);
        if (session.Lifecycle.IsTerminal || session.Activity is not { } activity) return stay;
        return session.Lifecycle.Runtime.State switch
        {
            RuntimeState.Exited or RuntimeState.Missing => Loss.VerdictOf(session, now, policy.Lifecycle) ?? stay,
            RuntimeState.ProbeFailed => Doubt.VerdictOf(session, now),
            RuntimeState.Alive => Alive(session, activity, byPullRequests, now, policy),
            RuntimeState.Unknown => stay,
        };
    }

    private static Verdict Alive(SessionDocument session, Activity activity, Verdict? byPullRequests, DateTimeOffset now, Policy policy)
    {
        var present = new Verdict(session.Lifecycle.Session.State, session.Lifecycle.Session.Reason);
        // What an agent asks that met the limit of its plan is how to go on in spite of it.
        var isLimited = session.Paused is { Reason: PauseReason.UsageLimit };
        if (activity is Activity.WaitingInput && !isLimited) return present.State is SessionState.NeedsInput ? present : new(SessionState.NeedsInput, SessionReason.AwaitingUserInput);
        var undisturbed = present.State switch
        {
            SessionState.NotStarted or SessionState.Detecting => Working,
            SessionState.NeedsInput or SessionState.Stuck => HasMovedOn(session, activity) ? Working : present,
            SessionState.Working or SessionState.Idle => present,
            SessionState.Done or SessionState.Terminated => present,
        };
        if (undisturbed.State is not (SessionState.Working or SessionState.Idle)) return undisturbed;
        var verdict = byPullRequests ?? undisturbed;
        return Silence.IsTooLong(session, verdict, now, policy) ? Silence.VerdictOf(activity) : verdict;
    }

    private static Verdict Working => new(SessionState.Working, SessionReason.TaskInProgress);

    // An agent that was at work when it asked for a person has not got an answer by being at work.
    private static bool HasMovedOn(SessionDocument session, Activity activity) =>
        activity is Activity.Active && (session.ActivityEvidence is null || session.ActivityEvidence.At > session.Lifecycle.Session.LastTransitionAt);
}
