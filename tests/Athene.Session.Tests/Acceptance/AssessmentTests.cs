using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Observation;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Observing;
using Athene.Session.Records;

namespace Athene.Session.Tests.Acceptance;

public sealed class AssessmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ReadyThreshold = TimeSpan.FromMinutes(5);

    [Fact]
    public void Of_sessionThatHasNotStarted_isNothing() =>
        Assessment.Of(Samples.Session() with { Runtime = null }, Seen(), KnownActivity.Nothing, ReadyThreshold).ShouldBeNull();

    [Fact]
    public void Of_sessionThatIsBeingEnded_isNothing() =>
        Assessment.Of(Working() with { HeldBy = "kill-app-1" }, Seen(), KnownActivity.Nothing, ReadyThreshold).ShouldBeNull();

    [Fact]
    public void Of_sessionThatIsStillTheSame_isNothing() =>
        Assessment.Of(Working(), Seen(Pane()), KnownActivity.Nothing, ReadyThreshold).ShouldBeNull();

    [Theory]
    [InlineData(10, Activity.Active)]
    [InlineData(30, Activity.Active)]
    [InlineData(31, Activity.Ready)]
    [InlineData(300, Activity.Ready)]
    [InlineData(301, Activity.Idle)]
    public void Of_silentScreen_goesByItsAge(int seconds, Activity expected)
    {
        var found = Assessment.Of(Working() with { Activity = null }, Seen(Pane(seconds)), KnownActivity.Nothing, ReadyThreshold);

        found.ShouldNotBeNull().Activity.ShouldBe(expected);
        found.Evidence.Source.ShouldBe(EvidenceSource.Age);
    }

    [Theory]
    [InlineData(Activity.WaitingInput)]
    [InlineData(Activity.Blocked)]
    [InlineData(Activity.Active)]
    public void Of_screenThatSpeaks_goesByWhatItSays(Activity said)
    {
        var found = Assessment.Of(Working() with { Activity = null }, Seen(Pane(1000)), Terminal(said, "the line"), ReadyThreshold);

        found.ShouldNotBeNull().Activity.ShouldBe(said);
        found.Evidence.Detail.ShouldBe("the line");
        var after = found.ApplyTo(Working(), Now);
        after.ActivityEvidence.ShouldBe(new ActivityEvidenceDocument("terminal", Now, "medium", "the line"));
    }

    [Fact]
    public void Of_anotherQuestion_isNewsAlthoughItWaitsAsBefore()
    {
        var waiting = Assessment.Of(Working(), Seen(Pane()), Terminal(Activity.WaitingInput, "Run a?"), ReadyThreshold)!.ApplyTo(Working(), Now);

        Assessment.Of(waiting, Seen(Pane()), Terminal(Activity.WaitingInput, "Run a?"), ReadyThreshold).ShouldBeNull();
        Assessment.Of(waiting, Seen(Pane()), Terminal(Activity.WaitingInput, "Run b?"), ReadyThreshold).ShouldNotBeNull();
    }

    [Fact]
    public void Of_evidenceOfAnEarlierRun_goesByAge()
    {
        var restored = Working() with { RestoredAt = Now.AddSeconds(1) };

        var found = Assessment.Of(restored with { Activity = null }, Seen(Pane()), Terminal(Activity.Blocked, null), ReadyThreshold);

        found.ShouldNotBeNull().Evidence.Source.ShouldBe(EvidenceSource.Age);
    }

    [Fact]
    public void Of_missingTerminal_isALossThatLeadsToDetecting()
    {
        var session = Working();
        var found = Assessment.Of(session, Seen(), KnownActivity.Nothing, ReadyThreshold).ShouldNotBeNull();

        found.IsLoss.ShouldBeTrue();
        var after = found.ApplyTo(session, Now);
        after.Lifecycle.Session.ShouldBe(session.Lifecycle.To(SessionState.Detecting, SessionReason.RuntimeLost, Now).Session);
        after.Lifecycle.Runtime.State.ShouldBe(RuntimeState.Missing);
        after.LastActivityAt.ShouldBe(session.LastActivityAt);
        Assessment.Of(after, Seen(), KnownActivity.Nothing, ReadyThreshold).ShouldBeNull();
    }

    [Fact]
    public void Of_endedAgent_keepsItsExitCode()
    {
        var found = Assessment.Of(Working(), Seen(Pane() with { Exited = true, ExitStatus = 3 }), KnownActivity.Nothing, ReadyThreshold).ShouldNotBeNull();

        found.Runtime.State.ShouldBe(RuntimeState.Exited);
        found.Runtime.ExitCode.ShouldBe(3);
        found.ApplyTo(Working(), Now).Lifecycle.Session.Reason.ShouldBe(SessionReason.AgentProcessExited);
    }

    [Fact]
    public void Of_endedAgentThatReportedCompletion_staysAtRest()
    {
        var session = Working();
        session = session with { Lifecycle = session.Lifecycle.To(SessionState.Idle, SessionReason.ResearchComplete, Now) };

        var after = Assessment.Of(session, Seen(), KnownActivity.Nothing, ReadyThreshold).ShouldNotBeNull().ApplyTo(session, Now);

        after.Lifecycle.Session.State.ShouldBe(SessionState.Idle);
    }

    [Fact]
    public void ApplyTo_olderActivity_doesNotMoveTheLast()
    {
        var session = Working();
        var found = Assessment.Of(session with { Activity = Activity.Idle }, Seen(Pane(3600)), Terminal(Activity.Active, null, silentSeconds: 3600), ReadyThreshold);

        found.ShouldNotBeNull().ApplyTo(session, Now).LastActivityAt.ShouldBe(session.LastActivityAt);
    }

    [Fact]
    public void Unseen_liveSession_isAliveAsFarAsAnybodyKnows()
    {
        var session = Working();

        var after = Assessment.Unseen(session, Now, "tmux hangs").ShouldNotBeNull().ApplyTo(session, Now);

        after.Lifecycle.Runtime.State.ShouldBe(RuntimeState.ProbeFailed);
        after.Lifecycle.Session.ShouldBe(session.Lifecycle.Session);
        after.Activity.ShouldBe(session.Activity);
        Assessment.Unseen(after, Now, "tmux hangs").ShouldBeNull();
        Assessment.Of(after, Seen(Pane()), KnownActivity.Nothing, ReadyThreshold).ShouldNotBeNull().Runtime.State.ShouldBe(RuntimeState.Alive);
    }

    private static SessionRecord Working()
    {
        var lifecycle = LifecycleDocument.Requested(Now).To(SessionState.Working, SessionReason.TaskInProgress, Now);
        return Samples.Session() with
        {
            Runtime = new RuntimeDocument("tmux", "app-1"),
            Activity = Activity.Active,
            LastActivityAt = Now.AddSeconds(-5),
            Lifecycle = lifecycle with { Runtime = new RuntimePart(RuntimeState.Alive, RuntimeReason.ProcessRunning, Now) },
        };
    }

    private static RuntimePane Pane(int silentSeconds = 1) =>
        new("app-1", "%1", 42, Exited: false, null, null, "bash", Now.AddSeconds(-silentSeconds), "spawn-1");

    private static KnownActivity Terminal(Activity activity, string? line, int silentSeconds = 0) => KnownActivity.Nothing.With(
        new Evidence(activity, EvidenceSource.Terminal, Now.AddSeconds(-silentSeconds), Now.AddHours(1), Detail: line));

    private static MachineObservation Seen(params RuntimePane[] panes) =>
        new(new RuntimeSnapshot(Now, panes.ToDictionary(pane => pane.SessionId)), [], new Dictionary<string, string>());
}
