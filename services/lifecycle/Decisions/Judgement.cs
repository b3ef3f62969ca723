using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Decisions;

/// <summary>
/// What a signal means for a session: pure, total, and the same however often it is asked. The session is as the signal found it, so a
/// verdict about one that has moved on since is refused where it is carried out.
/// </summary>
public static class Judgement
{
    /// <summary>Decides at the time <paramref name="now"/> about something that was just seen or said.</summary>
    /// <param name="grace">How long a session whose agent is gone may come back.</param>
    public static Decision Decide(SessionDocument session, SessionEvent signal, DateTimeOffset now, TimeSpan grace) => signal.Type switch
    {
        _ when session.Lifecycle.IsTerminal => Decision.None,
        EventTypes.RuntimeLost => OnLoss(session, isOverdue: now - session.LastActivityAt > grace),
        EventTypes.Observed when session.Activity is { } activity => OnActivity(session, activity),
        EventTypes.Reported => OnReport(session, signal.Event.Data?["state"]?.GetValue<string>()),
        _ => Decision.None,
    };

    /// <summary>Decides when the grace after a loss is over. Null: the session is gone altogether.</summary>
    public static Decision DecideAfterGrace(SessionDocument? session) => session switch
    {
        null or { Lifecycle.IsTerminal: true } => Decision.None,
        { Lifecycle.Session.State: SessionState.Detecting } when IsBack(session) => Working,
        _ when IsGone(session) => OnLoss(session, isOverdue: true),
        _ => Decision.None,
    };

    private static Decision Working => new(new Transition(SessionState.Working, SessionReason.TaskInProgress));

    private static Decision OnLoss(SessionDocument session, bool isOverdue)
    {
        if (!IsGone(session)) return Decision.None;
        if (HasCompleted(session)) return new Decision(new Transition(SessionState.Done, SessionReason.ResearchComplete), Notices.Finished(session));
        if (isOverdue) return new Decision(new Transition(SessionState.Terminated, SessionReason.RuntimeLost), Notices.Exited(session));
        var detecting = new Transition(SessionState.Detecting, LossOf(session));
        return new Decision(session.Lifecycle.Session.State is SessionState.Detecting ? null : detecting, LookAgain: true);
    }

    private static Decision OnActivity(SessionDocument session, Activity activity) => activity switch
    {
        Activity.Exited => Decision.None,
        Activity.WaitingInput => OnWaiting(session),
        Activity.Active => OnWork(session),
        Activity.Ready or Activity.Idle or Activity.Blocked => OnLife(session),
    };

    private static Decision OnWaiting(SessionDocument session) => session.Lifecycle.Session.State switch
    {
        SessionState.NeedsInput or SessionState.Done or SessionState.Terminated => Decision.None,
        SessionState.NotStarted or SessionState.Working or SessionState.Idle or SessionState.Stuck or SessionState.Detecting =>
            new Decision(new Transition(SessionState.NeedsInput, SessionReason.AwaitingUserInput), Notices.NeedsInput(session)),
    };

    private static Decision OnWork(SessionDocument session) => session.Lifecycle.Session.State switch
    {
        SessionState.NotStarted or SessionState.NeedsInput or SessionState.Stuck or SessionState.Detecting => Working,

        // Idle is what the agent said of itself (waiting for a review, complete); only it says otherwise.
        SessionState.Working or SessionState.Idle or SessionState.Done or SessionState.Terminated => Decision.None,
    };

    // The agent lives, but does nothing that would answer a question or undo being stuck.
    private static Decision OnLife(SessionDocument session) => session.Lifecycle.Session.State switch
    {
        SessionState.NotStarted or SessionState.Detecting => Working,
        SessionState.Working or SessionState.Idle or SessionState.NeedsInput or SessionState.Stuck or SessionState.Done or SessionState.Terminated =>
            Decision.None,
    };

    private static Decision OnReport(SessionDocument session, string? word) =>
        word == "needs_input" && session.Lifecycle.Session.State is SessionState.NeedsInput ? new Decision(Notice: Notices.NeedsInput(session)) : Decision.None;

    private static bool IsGone(SessionDocument session) => session.Lifecycle.Runtime.State switch
    {
        RuntimeState.Exited or RuntimeState.Missing => true,
        RuntimeState.Unknown or RuntimeState.Alive or RuntimeState.ProbeFailed => false,
    };

    private static bool IsBack(SessionDocument session) => session.Lifecycle.Runtime.State is RuntimeState.Alive;

    // An exit code that nobody saw (the terminal is gone with it) is no failure.
    private static bool HasCompleted(SessionDocument session) =>
        session.Lifecycle is { Session: { State: SessionState.Idle, Reason: SessionReason.ResearchComplete }, Runtime.ExitCode: null or 0 };

    private static SessionReason LossOf(SessionDocument session) =>
        session.Lifecycle.Runtime.State is RuntimeState.Missing ? SessionReason.RuntimeLost : SessionReason.AgentProcessExited;
}
