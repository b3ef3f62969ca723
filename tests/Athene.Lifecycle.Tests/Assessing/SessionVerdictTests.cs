using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Assessing;

namespace Athene.Lifecycle.Tests.Assessing;

public sealed class SessionVerdictTests
{
    public static TheoryData<SessionState, Activity, SessionState> ActivityTable => new()
    {
        { SessionState.NotStarted, Activity.Active, SessionState.Working },
        { SessionState.NotStarted, Activity.Ready, SessionState.Working },
        { SessionState.NotStarted, Activity.Idle, SessionState.Working },
        { SessionState.NotStarted, Activity.Blocked, SessionState.Working },
        { SessionState.NotStarted, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Working, Activity.Active, SessionState.Working },
        { SessionState.Working, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Idle, Activity.Active, SessionState.Idle },
        { SessionState.Idle, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.NeedsInput, Activity.Ready, SessionState.NeedsInput },
        { SessionState.NeedsInput, Activity.Active, SessionState.Working },
        { SessionState.Stuck, Activity.Idle, SessionState.Stuck },
        { SessionState.Stuck, Activity.Active, SessionState.Working },
        { SessionState.Stuck, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Detecting, Activity.Active, SessionState.Working },
        { SessionState.Detecting, Activity.Idle, SessionState.Working },
        { SessionState.Detecting, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Done, Activity.WaitingInput, SessionState.Done },
        { SessionState.Terminated, Activity.Active, SessionState.Terminated },
    };

    [Theory]
    [MemberData(nameof(ActivityTable))]
    public void Observed_activity_leads_to(SessionState state, Activity activity, SessionState expected) =>
        StateOf(Sample.Session(state, activity: activity)).ShouldBe(expected);

    [Fact]
    public void Case072_SpawningSession_works_once_its_agent_is_seen() =>
        Of(Sample.Session(SessionState.NotStarted, SessionReason.SpawnRequested, activity: Activity.Ready))
            .ShouldBe(new Verdict(SessionState.Working, SessionReason.TaskInProgress));

    [Fact]
    public void Question_that_the_agent_asked_while_it_was_at_work_is_not_answered_by_that_work()
    {
        var asks = Sample.Session(SessionState.NeedsInput, SessionReason.AwaitingUserInput, activity: Activity.Active, activeSince: Sample.Now.AddMinutes(-1));
        var answered = Sample.Session(SessionState.NeedsInput, SessionReason.AwaitingUserInput, activity: Activity.Active, activeSince: Sample.Now.AddMinutes(1));

        StateOf(asks).ShouldBe(SessionState.NeedsInput);
        StateOf(answered).ShouldBe(SessionState.Working);
    }

    [Theory]
    [InlineData(RuntimeState.Missing, SessionReason.RuntimeLost, SessionStatus.Killed)]
    [InlineData(RuntimeState.Exited, SessionReason.AgentProcessExited, SessionStatus.Terminated)]
    public void Case073_DeadAgent_without_recent_activity_has_ended(RuntimeState runtime, SessionReason reason, SessionStatus status)
    {
        var lost = Sample.Session(runtime: runtime, activity: Activity.Exited, lastActivity: Sample.Now.AddMinutes(-10));

        Of(lost).ShouldBe(new Verdict(SessionState.Terminated, reason));
        StatusDerivation.Of(lost.Lifecycle.To(SessionState.Terminated, reason, Sample.Now)).ShouldBe(status);
    }

    [Theory]
    [InlineData(RuntimeState.Missing, SessionReason.RuntimeLost)]
    [InlineData(RuntimeState.Exited, SessionReason.AgentProcessExited)]
    public void Case075_DeadAgent_that_was_just_active_may_come_back(RuntimeState runtime, SessionReason reason)
    {
        var lost = Sample.Session(runtime: runtime, activity: Activity.Exited, lastActivity: Sample.Now.AddMinutes(-1));

        Of(lost).ShouldBe(new Verdict(SessionState.Detecting, reason));
        Of(lost, Sample.Now.AddMinutes(1)).ShouldBe(new Verdict(SessionState.Terminated, reason));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Agent_that_reported_its_work_complete_and_ended_is_done(int? exitCode)
    {
        var completed = Sample.Session(SessionState.Idle, SessionReason.ResearchComplete, RuntimeState.Exited, exitCode, Activity.Exited);
        var failed = Sample.Session(SessionState.Idle, SessionReason.ResearchComplete, RuntimeState.Exited, 2, Activity.Exited);

        Of(completed).ShouldBe(new Verdict(SessionState.Done, SessionReason.ResearchComplete));
        StateOf(failed).ShouldBe(SessionState.Detecting);
    }

    [Fact]
    public void Case074_SessionThatCannotBeSeen_is_detected_and_after_five_minutes_stuck_but_never_ended()
    {
        var unseen = Sample.Session(runtime: RuntimeState.ProbeFailed, activity: Activity.Active);
        var detecting = Sample.Session(SessionState.Detecting, SessionReason.ProbeFailure, RuntimeState.ProbeFailed, activity: Activity.Active);

        Of(unseen).ShouldBe(new Verdict(SessionState.Detecting, SessionReason.ProbeFailure));
        Of(detecting, Sample.Now.AddMinutes(5)).State.ShouldBe(SessionState.Detecting);
        Of(detecting, Sample.Now.AddMinutes(5.1)).ShouldBe(new Verdict(SessionState.Stuck, SessionReason.ProbeFailure));
        Of(detecting, Sample.Now.AddDays(5)).State.ShouldBe(SessionState.Stuck);
    }

    [Fact]
    public void Session_that_waits_for_a_review_and_cannot_be_seen_waits_still() =>
        StateOf(Sample.Session(SessionState.Idle, SessionReason.AwaitingExternalReview, RuntimeState.ProbeFailed, activity: Activity.Idle)).ShouldBe(SessionState.Idle);

    [Fact]
    public void Case100_WhatIsFoundAtStart_isKeptOrEndedOrLeftToAPerson()
    {
        var later = Sample.Now.AddMinutes(6);

        StateOf(Sample.Session(activity: Activity.Active), later).ShouldBe(SessionState.Working);
        StateOf(Sample.Session(SessionState.Detecting, SessionReason.RuntimeLost, RuntimeState.Missing, activity: Activity.Exited), later).ShouldBe(SessionState.Terminated);
        StateOf(Sample.Session(SessionState.Detecting, SessionReason.ProbeFailure, RuntimeState.ProbeFailed, activity: Activity.Active), later).ShouldBe(SessionState.Stuck);
    }

    [Theory]
    [InlineData(Activity.Idle, SessionReason.ProbeFailure)]
    [InlineData(Activity.Blocked, SessionReason.ErrorInProcess)]
    public void Case077_AgentThatIsSilentForLongerThanTheThreshold_is_stuck(Activity activity, SessionReason reason)
    {
        var silent = Sample.Session(activity: activity, activeSince: Sample.Now);

        Of(silent, Sample.Now.AddMinutes(9)).State.ShouldBe(SessionState.Working);
        Of(silent, Sample.Now.AddMinutes(11)).ShouldBe(new Verdict(SessionState.Stuck, reason));
    }

    [Fact]
    public void Case077_SilenceOfUnknownLength_orWithoutThreshold_is_never_stuck()
    {
        var later = Sample.Now.AddDays(1);

        StateOf(Sample.Session(activity: Activity.Idle), later).ShouldBe(SessionState.Working);
        var silent = Sample.Session(activity: Activity.Idle, activeSince: Sample.Now);
        SessionVerdict.Of(silent, null, later, Sample.PolicyOf("agent-stuck: { threshold: 0s }")).State.ShouldBe(SessionState.Working);
    }

    [Fact]
    public void Orchestrator_that_waits_for_others_is_not_stuck() =>
        StateOf(Sample.Session(activity: Activity.Idle, activeSince: Sample.Now) with { Kind = SessionKind.Orchestrator }, Sample.Now.AddHours(1))
            .ShouldBe(SessionState.Working);

    private static SessionState StateOf(SessionDocument session, DateTimeOffset? now = null) => Of(session, now).State;

    private static Verdict Of(SessionDocument session, DateTimeOffset? now = null) =>
        SessionVerdict.Of(session, null, now ?? Sample.Now, Sample.PolicyOf());
}
