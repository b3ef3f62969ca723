using System.Text.Json.Nodes;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.Tests.Decisions;

public sealed class JudgementTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public static TheoryData<SessionState, Activity, SessionState?> ActivityTable => new()
    {
        { SessionState.NotStarted, Activity.Active, SessionState.Working },
        { SessionState.NotStarted, Activity.Ready, SessionState.Working },
        { SessionState.NotStarted, Activity.Idle, SessionState.Working },
        { SessionState.NotStarted, Activity.Blocked, SessionState.Working },
        { SessionState.NotStarted, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Working, Activity.Active, null },
        { SessionState.Working, Activity.Ready, null },
        { SessionState.Working, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Idle, Activity.Active, null },
        { SessionState.Idle, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.NeedsInput, Activity.WaitingInput, null },
        { SessionState.NeedsInput, Activity.Ready, null },
        { SessionState.NeedsInput, Activity.Active, SessionState.Working },
        { SessionState.Stuck, Activity.Idle, null },
        { SessionState.Stuck, Activity.Active, SessionState.Working },
        { SessionState.Stuck, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Detecting, Activity.Active, SessionState.Working },
        { SessionState.Detecting, Activity.Idle, SessionState.Working },
        { SessionState.Detecting, Activity.WaitingInput, SessionState.NeedsInput },
        { SessionState.Detecting, Activity.Exited, null },
        { SessionState.Done, Activity.WaitingInput, null },
        { SessionState.Terminated, Activity.Active, null },
    };

    [Theory]
    [MemberData(nameof(ActivityTable))]
    public void Observed_activity_leads_to(SessionState state, Activity activity, SessionState? expected)
    {
        var session = Sample.Session(state, activity: activity);

        var to = Decide(session, EventTypes.Observed).Transition?.State;

        to.ShouldBe(expected);
    }

    [Fact]
    public void Observed_question_is_told_once_and_urgently()
    {
        var asks = Decide(Sample.Session(activity: Activity.WaitingInput), EventTypes.Observed);
        var stillAsks = Decide(Sample.Session(SessionState.NeedsInput, activity: Activity.WaitingInput), EventTypes.Observed);

        asks.Notice.ShouldNotBeNull().ShouldSatisfyAllConditions(
            notice => notice.Kind.ShouldBe("needs-input"),
            notice => notice.Priority.ShouldBe(NotificationPriority.Urgent),
            notice => notice.Body.ShouldContain("athene attach app-1"));
        asks.Transition.ShouldBe(new Transition(SessionState.NeedsInput, SessionReason.AwaitingUserInput));
        stillAsks.ShouldBe(Decision.None);
    }

    [Theory]
    [InlineData(RuntimeState.Exited, SessionReason.AgentProcessExited)]
    [InlineData(RuntimeState.Missing, SessionReason.RuntimeLost)]
    public void Case075_LostAgentThatWasJustActive_mayComeBack(RuntimeState runtime, SessionReason reason)
    {
        var decision = Decide(Sample.Session(runtime: runtime), EventTypes.RuntimeLost);

        decision.ShouldBe(new Decision(new Transition(SessionState.Detecting, reason), LookAgain: true));
    }

    [Fact]
    public void Lost_agent_that_is_being_looked_for_is_looked_for_again_without_another_transition()
    {
        var session = Sample.Session(SessionState.Detecting, SessionReason.RuntimeLost, RuntimeState.Missing);

        Decide(session, EventTypes.RuntimeLost).ShouldBe(new Decision(LookAgain: true));
    }

    [Theory]
    [InlineData(SessionState.Working)]
    [InlineData(SessionState.NotStarted)]
    [InlineData(SessionState.NeedsInput)]
    [InlineData(SessionState.Stuck)]
    [InlineData(SessionState.Idle)]
    [InlineData(SessionState.Detecting)]
    public void Case073_LostAgentThatWasSilentForLongerThanTheGrace_isDead(SessionState state)
    {
        var session = Sample.Session(state, runtime: RuntimeState.Exited, exitCode: 1, lastActivity: Sample.Now - Grace - TimeSpan.FromSeconds(1));

        var decision = Decide(session, EventTypes.RuntimeLost);

        decision.Transition.ShouldBe(new Transition(SessionState.Terminated, SessionReason.RuntimeLost));
        decision.Notice.ShouldNotBeNull().Kind.ShouldBe("agent-exited");
        decision.Notice.Body.ShouldContain("exit code 1");
        decision.LookAgain.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public void Lost_agent_that_had_reported_its_work_complete_is_done(int? exitCode)
    {
        var session = Sample.Session(SessionState.Idle, SessionReason.ResearchComplete, RuntimeState.Exited, exitCode);

        var decision = Decide(session, EventTypes.RuntimeLost);

        decision.Transition.ShouldBe(new Transition(SessionState.Done, SessionReason.ResearchComplete));
        decision.Notice.ShouldNotBeNull().Priority.ShouldBe(NotificationPriority.Info);
    }

    [Fact]
    public void Lost_agent_that_failed_after_reporting_complete_is_looked_for()
    {
        var session = Sample.Session(SessionState.Idle, SessionReason.ResearchComplete, RuntimeState.Exited, exitCode: 137);

        Decide(session, EventTypes.RuntimeLost).Transition!.State.ShouldBe(SessionState.Detecting);
    }

    [Fact]
    public void Lost_signal_of_a_session_whose_agent_lives_means_nothing() =>
        Decide(Sample.Session(runtime: RuntimeState.Alive), EventTypes.RuntimeLost).ShouldBe(Decision.None);

    [Fact]
    public void Reported_need_of_input_is_told_without_another_transition()
    {
        var session = Sample.Session(SessionState.NeedsInput, SessionReason.AwaitingUserInput);

        var decision = Judgement.Decide(
            session, Sample.Signal(EventTypes.Reported, data: new JsonObject { ["state"] = "needs_input" }), Sample.Now, Grace);

        decision.Transition.ShouldBeNull();
        decision.Notice.ShouldNotBeNull().Kind.ShouldBe("needs-input");
    }

    [Theory]
    [InlineData(EventTypes.SpawnStarted)]
    [InlineData(EventTypes.Spawned)]
    [InlineData(EventTypes.SpawnFailed)]
    [InlineData(EventTypes.Killed)]
    [InlineData(EventTypes.MessageState)]
    [InlineData(EventTypes.Reported)]
    [InlineData("athene.session.never-heard-of")]
    public void Other_signals_mean_nothing(string type) =>
        Decide(Sample.Session(activity: Activity.WaitingInput), type).ShouldBe(Decision.None);

    [Fact]
    public void Every_state_activity_and_runtime_has_an_answer()
    {
        foreach (var state in Enum.GetValues<SessionState>())
        foreach (var activity in Enum.GetValues<Activity>())
        foreach (var runtime in Enum.GetValues<RuntimeState>())
        foreach (var type in new[] { EventTypes.Observed, EventTypes.RuntimeLost })
        {
            var decision = Decide(Sample.Session(state, runtime: runtime, activity: activity), type);

            if (state is SessionState.Done or SessionState.Terminated) decision.ShouldBe(Decision.None);
            decision.Transition?.State.ShouldNotBe(state);
        }
    }

    [Fact]
    public void After_the_grace_an_agent_that_is_still_gone_is_dead()
    {
        var session = Sample.Session(SessionState.Detecting, SessionReason.RuntimeLost, RuntimeState.Missing);

        Judgement.DecideAfterGrace(session).Transition.ShouldBe(new Transition(SessionState.Terminated, SessionReason.RuntimeLost));
    }

    [Fact]
    public void After_the_grace_an_agent_that_came_back_works()
    {
        var session = Sample.Session(SessionState.Detecting, SessionReason.RuntimeLost, RuntimeState.Alive);

        Judgement.DecideAfterGrace(session).ShouldBe(new Decision(new Transition(SessionState.Working, SessionReason.TaskInProgress)));
    }

    [Fact]
    public void After_the_grace_a_session_that_ended_or_is_forgotten_stays_so()
    {
        Judgement.DecideAfterGrace(null).ShouldBe(Decision.None);
        Judgement.DecideAfterGrace(Sample.Session(SessionState.Terminated, runtime: RuntimeState.Missing)).ShouldBe(Decision.None);
        Judgement.DecideAfterGrace(Sample.Session()).ShouldBe(Decision.None);
    }

    private static Decision Decide(SessionDocument session, string type) => Judgement.Decide(session, Sample.Signal(type), Sample.Now, Grace);
}
