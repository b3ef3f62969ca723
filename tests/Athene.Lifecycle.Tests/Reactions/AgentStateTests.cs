using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Tests.Reactions;

public sealed class AgentStateTests
{
    [Fact]
    public void Question_is_told_once_and_urgently_and_another_one_again()
    {
        var asks = Sample.Session(SessionState.NeedsInput, SessionReason.AwaitingUserInput, activity: Activity.WaitingInput, activeSince: Sample.Now);
        var scene = new Scene().Hear(asks).Hear(asks);

        scene.Notices.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Type.ShouldBe("session.needs_input"),
            notice => notice.Priority.ShouldBe(NotificationPriority.Urgent),
            notice => notice.ProjectId.ShouldBe("app"),
            notice => notice.Body.ShouldContain("athene attach app-1"));

        scene.Hear(asks with { ActivityEvidence = asks.ActivityEvidence! with { Detail = "May I run rm?" } });
        scene.Notices.Count.ShouldBe(2);
        scene.Notices[1].Body.ShouldContain("May I run rm?");
    }

    [Fact]
    public void Case073_AgentThatIsGoneForGood_is_told_urgently_but_not_one_that_somebody_ended()
    {
        new Scene().Hear(Sample.Session(SessionState.Terminated, SessionReason.RuntimeLost, RuntimeState.Missing))
            .Notices.ShouldHaveSingleItem().Type.ShouldBe("session.killed");
        new Scene().Hear(Sample.Session(SessionState.Terminated, SessionReason.ManuallyKilled, RuntimeState.Missing))
            .Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Case077_StuckAgent_is_told_urgently_and_again_when_it_is_stuck_again()
    {
        var stuck = Sample.Session(SessionState.Stuck, SessionReason.ProbeFailure, activity: Activity.Idle, activeSince: Sample.Now);
        var scene = new Scene().Hear(stuck).Hear(stuck);
        scene.Notices.ShouldHaveSingleItem().Priority.ShouldBe(NotificationPriority.Urgent);

        scene.Hear(Sample.Session(activity: Activity.Active));
        scene.Hear(stuck with { Lifecycle = stuck.Lifecycle.To(SessionState.Stuck, SessionReason.ProbeFailure, Sample.Now.AddHours(1)) });

        scene.Notices.Count(notice => notice.Type == "session.stuck").ShouldBe(2);
    }

    [Fact]
    public void Changes_without_a_reaction_are_told_by_the_table()
    {
        var working = Sample.Session(activity: Activity.Active);
        var scene = new Scene().Hear(Sample.Session(SessionState.NotStarted, SessionReason.SpawnRequested)).Hear(working)
            .Hear(working with { Lifecycle = working.Lifecycle.To(SessionState.Done, SessionReason.ResearchComplete, Sample.Now) });

        scene.Notices.Select(notice => (notice.Type, notice.Priority)).ShouldBe(
            [("session.working", NotificationPriority.Info), ("session.finished", NotificationPriority.Info)]);
    }
}
