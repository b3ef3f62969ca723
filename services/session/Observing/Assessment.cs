using Athene.Configuration.Projects;
using Athene.Contracts.Lifecycle;
using Athene.Session.History;
using Athene.Session.Machine.Observation;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Pauses;
using Athene.Session.Records;

namespace Athene.Session.Observing;

/// <summary>What one look at the machine changes in a session's record.</summary>
/// <param name="Evidence">What the agent does, and how that is known.</param>
/// <param name="IsLoss">The agent or its terminal is gone, and the record did not know.</param>
public sealed record Assessment(Evidence Evidence, RuntimePart Runtime, bool IsLoss, DateTimeOffset? LastActivityAt)
{
    /// <summary>An agent that was silent for no longer than this is at work (spec lifecycle.md §3).</summary>
    private static readonly TimeSpan ActiveWindow = TimeSpan.FromSeconds(30);

    public Activity Activity => Evidence.Activity;

    /// <summary>The limit of its plan that the agent says is reached; null when it says nothing of the kind.</summary>
    public UsageLimit? Limit { get; private init; }

    /// <summary>Compares a record with what was seen; null when nothing that matters has changed. Pure.</summary>
    /// <param name="limit">What the agent says of the limit of its plan.</param>
    public static Assessment? Of(
        SessionRecord session, MachineObservation seen, KnownActivity known, TimeSpan readyThreshold, UsageLimit? limit = null)
    {
        // Until its spawn has started the runtime and said so, there is nothing to look for (acceptance case 37).
        if (session.Runtime is null || session.HeldBy is not null || session.Lifecycle.IsTerminal) return null;
        var at = seen.Snapshot.TakenAt;
        var pane = seen.Snapshot.Panes.GetValueOrDefault(session.Id);
        var found = pane is null || pane.Exited ? Lost(session, pane, at) : Alive(session, pane, at, known, readyThreshold) with { Limit = limit };
        return IsNews(session, found) ? found : null;
    }

    /// <summary>What a look that failed changes: an agent that was alive is alive as far as anybody knows, but nobody has seen it.</summary>
    public static Assessment? Unseen(SessionRecord session, DateTimeOffset at, string why) =>
        session is { Runtime: not null, HeldBy: null, Lifecycle: { IsTerminal: false, Runtime.State: RuntimeState.Alive } }
            ? new Assessment(
                Evidence.Of(session.Activity ?? Activity.Active, EvidenceSource.Probe, at, detail: why),
                new RuntimePart(RuntimeState.ProbeFailed, RuntimeReason.ProbeError, at), false, null)
            : null;

    public SessionRecord ApplyTo(SessionRecord session, DateTimeOffset now) => PauseRules.Seen(PauseRules.Limited(session, Limit), Evidence) with
    {
        Activity = Activity,
        ActivityEvidence = new(Words.Of(Evidence.Source), Evidence.At, Words.Of(Evidence.Confidence), Evidence.Detail),
        LastActivityAt = LastActivityAt > session.LastActivityAt ? LastActivityAt.Value : session.LastActivityAt,
        Lifecycle = (MovesToDetecting(session) ? session.Lifecycle.To(SessionState.Detecting, LossReason, now) : session.Lifecycle) with { Runtime = Runtime },
    };

    private SessionReason LossReason =>
        Runtime.State is RuntimeState.Missing ? SessionReason.RuntimeLost : SessionReason.AgentProcessExited;

    // A session that reported its work complete ends when its agent does: there is nothing to find out.
    private bool MovesToDetecting(SessionRecord session) =>
        IsLoss && session.Lifecycle.Session is not { State: SessionState.Idle, Reason: SessionReason.ResearchComplete };

    private static Assessment Lost(SessionRecord session, RuntimePane? pane, DateTimeOffset at) => new(
        Evidence.Of(Activity.Exited, EvidenceSource.Process, at),
        pane is null
            ? new RuntimePart(RuntimeState.Missing, MissingReason(session), at)
            : new RuntimePart(RuntimeState.Exited, RuntimeReason.ProcessMissing, at, pane.ExitStatus),
        IsLoss: true,
        pane?.LastActivity);

    /// <summary>What is said to be missing when the session has no terminal.</summary>
    public static RuntimeReason MissingReason(SessionRecord session) =>
        session.RuntimeName is RuntimeNames.Tmux ? RuntimeReason.TmuxMissing : RuntimeReason.ProcessMissing;

    private static Assessment Alive(SessionRecord session, RuntimePane pane, DateTimeOffset at, KnownActivity known, TimeSpan readyThreshold)
    {
        var startedAt = session.RestoredAt ?? session.CreatedAt;
        var evidence = known.At(at, startedAt, readyThreshold)
            ?? Evidence.Of(ByAge(at - pane.LastActivity, readyThreshold), EvidenceSource.Age, pane.LastActivity);
        var lastActivity = evidence.At > pane.LastActivity ? evidence.At : pane.LastActivity;
        return new Assessment(evidence, new RuntimePart(RuntimeState.Alive, RuntimeReason.ProcessRunning, at), IsLoss: false, lastActivity);
    }

    private static Activity ByAge(TimeSpan age, TimeSpan readyThreshold)
    {
        if (age <= (ActiveWindow < readyThreshold ? ActiveWindow : readyThreshold)) return Activity.Active;
        return age <= readyThreshold ? Activity.Ready : Activity.Idle;
    }

    // Another question is news, although the agent waits as before.
    private static bool IsNews(SessionRecord session, Assessment found) =>
        found.Activity != session.Activity
        || found.Runtime.State != session.Lifecycle.Runtime.State
        || (found.Activity is Activity.WaitingInput && found.Evidence.Detail != session.ActivityEvidence?.Detail)
        || !ReferenceEquals(PauseRules.Limited(session, found.Limit), session)
        || !ReferenceEquals(PauseRules.Seen(session, found.Evidence), session);
}
