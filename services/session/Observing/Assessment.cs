using Athene.Contracts.Lifecycle;
using Athene.Session.Machine.Observation;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Records;

namespace Athene.Session.Observing;

/// <summary>What one look at the machine changes in a session's record.</summary>
/// <param name="IsLoss">The agent or its terminal is gone, and the record did not know.</param>
/// <param name="Source">What the activity was read from: terminal, age or process.</param>
/// <param name="Evidence">The line of the screen that says so, if one does.</param>
public sealed record Assessment(
    Activity Activity, RuntimePart Runtime, bool IsLoss, DateTimeOffset? LastActivityAt, string Source, string? Evidence = null)
{
    /// <summary>An agent that was silent for no longer than this is at work (spec lifecycle.md §3).</summary>
    private static readonly TimeSpan ActiveWindow = TimeSpan.FromSeconds(30);

    /// <summary>Compares a record with what was seen; null when nothing that matters has changed. Pure.</summary>
    public static Assessment? Of(SessionRecord session, MachineObservation seen, ScreenVerdict screen, TimeSpan readyThreshold)
    {
        // Until its spawn has started the runtime and said so, there is nothing to look for (acceptance case 37).
        if (session.Runtime is null || session.Ending || session.Lifecycle.IsTerminal) return null;
        var pane = seen.Snapshot.Panes.GetValueOrDefault(session.Id);
        var found = pane is null || pane.Exited ? Lost(pane, seen.Snapshot.TakenAt) : Alive(pane, seen.Snapshot.TakenAt, screen, readyThreshold);
        return IsNews(session, found) ? found : null;
    }

    /// <summary>What a look that failed changes: an agent that was alive is alive as far as anybody knows, but nobody has seen it.</summary>
    public static Assessment? Unseen(SessionRecord session, DateTimeOffset at, string why) =>
        session is { Runtime: not null, Ending: false, Lifecycle: { IsTerminal: false, Runtime.State: RuntimeState.Alive } }
            ? new Assessment(session.Activity ?? Activity.Active, new RuntimePart(RuntimeState.ProbeFailed, RuntimeReason.ProbeError, at), false, null, "probe", why)
            : null;

    public SessionRecord ApplyTo(SessionRecord session, DateTimeOffset now) => session with
    {
        Activity = Activity,
        LastActivityAt = LastActivityAt > session.LastActivityAt ? LastActivityAt.Value : session.LastActivityAt,
        Lifecycle = (MovesToDetecting(session) ? session.Lifecycle.To(SessionState.Detecting, LossReason, now) : session.Lifecycle) with { Runtime = Runtime },
    };

    private SessionReason LossReason =>
        Runtime.State is RuntimeState.Missing ? SessionReason.RuntimeLost : SessionReason.AgentProcessExited;

    // A session that reported its work complete ends when its agent does: there is nothing to find out.
    private bool MovesToDetecting(SessionRecord session) =>
        IsLoss && session.Lifecycle.Session is not { State: SessionState.Idle, Reason: SessionReason.ResearchComplete };

    private static Assessment Lost(RuntimePane? pane, DateTimeOffset at) => pane is null
        ? new Assessment(Activity.Exited, new RuntimePart(RuntimeState.Missing, RuntimeReason.TmuxMissing, at), true, null, "process")
        : new Assessment(
            Activity.Exited, new RuntimePart(RuntimeState.Exited, RuntimeReason.ProcessMissing, at, pane.ExitStatus), true, pane.LastActivity, "process");

    private static Assessment Alive(RuntimePane pane, DateTimeOffset at, ScreenVerdict screen, TimeSpan readyThreshold)
    {
        var (activity, source) = screen.Activity switch
        {
            AgentActivity.WaitingInput => (Activity.WaitingInput, "terminal"),
            AgentActivity.Blocked => (Activity.Blocked, "terminal"),
            AgentActivity.Active => (Activity.Active, "terminal"),
            _ => (ByAge(at - pane.LastActivity, readyThreshold), "age"),
        };
        return new Assessment(
            activity, new RuntimePart(RuntimeState.Alive, RuntimeReason.ProcessRunning, at), false, pane.LastActivity, source, screen.Evidence);
    }

    private static Activity ByAge(TimeSpan age, TimeSpan readyThreshold)
    {
        if (age <= (ActiveWindow < readyThreshold ? ActiveWindow : readyThreshold)) return Activity.Active;
        return age <= readyThreshold ? Activity.Ready : Activity.Idle;
    }

    private static bool IsNews(SessionRecord session, Assessment found) =>
        found.Activity != session.Activity || found.Runtime.State != session.Lifecycle.Runtime.State;
}
