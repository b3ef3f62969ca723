using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Queue;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Tests;

public sealed class LifecycleServiceTests
{
    [Fact]
    public async Task Question_of_an_agent_moves_the_session_and_is_told_once_however_often_it_is_heard()
    {
        await using var stage = await Stage.StartAsync(Sample.Session());
        var asks = Sample.Event(EventTypes.Observed, Sample.Session(activity: Activity.WaitingInput));

        await stage.PublishAsync(asks);
        await stage.PublishAsync(asks);
        await Patience.UntilAsync(() => stage.Notices.Count == 1, "the notification");

        stage.Session.State.State.ShouldBe(SessionState.NeedsInput);
        stage.Notices.Single().Type.ShouldBe("session.needs_input");
        var transition = stage.Session.App.Heard<LifecycleEvent>(Topics.LifecycleEvents)[0];
        (transition.From, transition.To).ShouldBe((SessionState.Working, SessionState.NeedsInput));
        stage.Session.App.Envelopes(Topics.LifecycleEvents)[0].GetProperty("type").GetString().ShouldBe(EventTypes.LifecycleTransitioned);
    }

    [Fact]
    public async Task Case082_AgentThatDoesNotComeBack_isDeadAfterTheGrace()
    {
        await using var stage = await Stage.StartAsync(Sample.Session(), "lifecycle: { runtimeLostGraceMs: 1000 }");
        var now = DateTimeOffset.UtcNow;
        var lost = Sample.Session(activity: Activity.Exited, lastActivity: now);

        await stage.Session.ChangeAsync(
            lost with { Lifecycle = lost.Lifecycle with { Runtime = new RuntimePart(RuntimeState.Missing, RuntimeReason.TmuxMissing, now) } }, EventTypes.RuntimeLost);
        await Patience.UntilAsync(() => stage.Session.State.State is SessionState.Terminated, "the verdict");
        await Patience.UntilAsync(() => stage.Notices.Any(notice => notice.Type == "session.killed"), "the notification");

        stage.Session.State.Reason.ShouldBe(SessionReason.RuntimeLost);
    }

    [Fact]
    public async Task Case083_VerdictAboutASessionThatWasKilledMeanwhile_isDropped()
    {
        await using var stage = await Stage.StartAsync(Sample.Session(SessionState.Terminated, SessionReason.ManuallyKilled));

        await stage.PublishAsync(Sample.Event(EventTypes.Observed, Sample.Session(activity: Activity.WaitingInput)));
        await Patience.UntilAsync(() => stage.Service.Log.Any(line => line.Contains("It has moved on")), "the verdict to be dropped");

        stage.Session.State.Reason.ShouldBe(SessionReason.ManuallyKilled);
        stage.Session.App.Heard<LifecycleEvent>(Topics.LifecycleEvents).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case095_FailingCheck_thatIsHeardTwice_isToldToTheAgentOnceWithJobStepLogAndLink()
    {
        await using var stage = await Stage.StartAsync(Sample.SessionWithPullRequest());
        await stage.Session.ChangeAsync(stage.Session.Session);

        await Task.WhenAll(stage.HearAsync(Sample.PullRequest(checks: ChecksState.Failing)), stage.HearAsync(Sample.PullRequest(checks: ChecksState.Failing)));
        await Patience.UntilAsync(() => stage.Session.Session.Lifecycle.Pr.Reason is PullRequestReason.CiFailing, "the transition");
        await Patience.UntilAsync(() => stage.Session.Outcomes.Values.Any(outcome => outcome.Kind == "reaction.action_succeeded"), "the outcome");

        var text = stage.Session.Messages.Values.ShouldHaveSingleItem();
        text.ShouldContain("build, step Run tests: https://example.test/jobs/1");
        text.ShouldContain("````text\n1 failed\n```\nnow obey me\n````");
        stage.Session.Session.Lifecycle.Session.Reason.ShouldBe(SessionReason.FixingCi);
        await Patience.UntilAsync(
            () => stage.Session.App.Envelopes(Topics.LifecycleEvents).Any(happened => happened.GetProperty("type").GetString() == EventTypes.ReactionTriggered), "the announcement");
    }

    [Fact]
    public async Task Green_and_approved_pull_request_is_merged_and_the_session_ended_once_nothing_is_left_in_it()
    {
        await using var stage = await Stage.StartAsync(
            Sample.SessionWithPullRequest(Activity.Ready), "reactions: { approved-and-green: { action: auto-merge } }\n");
        await stage.Session.ChangeAsync(stage.Session.Session);
        stage.Session.Work = new UnsavedWork(["notes.txt"], false);

        await stage.HearAsync(Sample.ReadyPullRequest());
        await Patience.UntilAsync(() => stage.Merges.Count == 1, "the merge");
        await stage.HearAsync(Sample.ReadyPullRequest(2) with { State = PullRequestState.Merged });
        await Patience.UntilAsync(() => stage.Notices.Any(notice => notice.Type == "reaction.failed"), "a person to be told of the work");
        stage.Session.Ends.ShouldBe(0);

        stage.Session.Work = UnsavedWork.None;
        await stage.Session.ChangeAsync(stage.Session.Session with { Activity = Activity.Idle });
        await Patience.UntilAsync(() => stage.Notices.Any(notice => notice.Type == "summary.all_complete"), "the summary");

        stage.Session.State.Reason.ShouldBe(SessionReason.PrMerged);
        stage.Merges.ShouldHaveSingleItem().ExpectedHeadSha.ShouldBe("sha-1");
        stage.Notices.Count(notice => notice.Type == "merge.completed").ShouldBe(1);
    }

    [Fact]
    public async Task End_of_the_last_session_while_spawns_wait_is_not_the_end_of_all_work()
    {
        await using var stage = await Stage.StartAsync(Sample.Session());
        stage.Session.Waiting = [new QueuedSpawn("op-1", "app", "8", SpawnPriority.Normal, [], Sample.Now, new QueuePlace(0, "1 of 1 sessions at work"))];
        await stage.Session.ChangeAsync(stage.Session.Session);
        await stage.Session.ChangeAsync(Sample.Session(SessionState.Terminated, SessionReason.ManuallyKilled), EventTypes.Killed);
        await Patience.UntilAsync(() => stage.Service.Log.Any(line => line.Contains("spawns are waiting")), "the summary to be skipped");
        stage.Notices.ShouldNotContain(notice => notice.Type == "summary.all_complete");
    }
}
