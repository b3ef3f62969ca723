using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Tests.Reactions;

public sealed class AgentIdleTests
{
    [Fact]
    public void Agent_that_stops_without_a_word_is_nudged_twice_and_then_a_person_is_told()
    {
        var scene = new Scene();
        for (var round = 0; round < 4; round++)
        {
            scene.Hear(Sample.Session(activity: Activity.Active, activeSince: scene.Now));
            scene.Wait(TimeSpan.FromSeconds(20)).Hear(Sample.Session(activity: Activity.Idle, activeSince: scene.Now)).Wait(TimeSpan.FromSeconds(20));
        }

        scene.Messages.ShouldBe(["agent-idle", "agent-idle"]);
        scene.NoticesOf("reaction.escalated").Count.ShouldBe(1);
    }

    [Fact]
    public void Agent_that_waits_for_a_review_or_was_given_no_task_is_left_in_peace()
    {
        var idle = Sample.Session(activity: Activity.Idle, activeSince: Sample.Now);

        new Scene().Hear(Sample.SessionWithPullRequest(Activity.Idle)).Messages.ShouldBeEmpty();
        new Scene().Hear(idle with { Issue = null }).Messages.ShouldBeEmpty();
        new Scene().Hear(idle with { Kind = SessionKind.Orchestrator }).Messages.ShouldBeEmpty();
        new Scene().Hear(Sample.Session(SessionState.Idle, SessionReason.ResearchComplete, activity: Activity.Idle, activeSince: Sample.Now)).Messages.ShouldBeEmpty();
    }
}
