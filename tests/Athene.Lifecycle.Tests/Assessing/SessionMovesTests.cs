using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Assessing;

public sealed class SessionMovesTests
{
    private static readonly PullRequestSnapshot Red = Sample.PullRequest(checks: ChecksState.Failing);

    [Fact]
    public void Session_and_pull_request_are_moved_in_one_write()
    {
        var request = new Scene().Hear(Sample.SessionWithPullRequest()).Hear(Red).All<MoveSession>().ShouldHaveSingleItem().Request;

        (request.Observed, request.State, request.Reason).ShouldBe((SessionState.Working, SessionState.Working, SessionReason.FixingCi));
        (request.PullRequests!.State, request.PullRequests.Reason).ShouldBe((PullRequestState.Open, PullRequestReason.CiFailing));
    }

    [Fact]
    public void Need_of_a_person_neither_hides_nor_is_hidden_by_the_pull_request()
    {
        var asks = Sample.WithPart(
            Sample.Session(SessionState.NeedsInput, SessionReason.AwaitingUserInput, activity: Activity.WaitingInput), PullRequestState.Open, PullRequestReason.InProgress)
            with { Prs = Sample.SessionWithPullRequest().Prs };
        var scene = new Scene().Hear(asks).Hear(Red);

        var request = scene.All<MoveSession>().ShouldHaveSingleItem().Request;
        request.State.ShouldBe(SessionState.NeedsInput);
        request.PullRequests!.Reason.ShouldBe(PullRequestReason.CiFailing);
        scene.Messages.ShouldBe(["ci-failed"]);
    }

    [Fact]
    public void Silent_agent_with_failing_checks_is_stuck()
    {
        var fixing = Sample.WithPart(
            Sample.Session(SessionState.Working, SessionReason.FixingCi, activity: Activity.Idle, activeSince: Sample.Now), PullRequestState.Open, PullRequestReason.CiFailing)
            with { Prs = Sample.SessionWithPullRequest().Prs };

        var scene = new Scene().Hear(fixing).Hear(Red).Wait(TimeSpan.FromMinutes(11));

        scene.All<MoveSession>()[^1].Request.State.ShouldBe(SessionState.Stuck);
    }

    [Fact]
    public void Move_that_was_asked_for_is_not_asked_for_again_until_the_session_has_changed()
    {
        var session = Sample.SessionWithPullRequest();
        var scene = new Scene().Hear(session).Hear(Red).Hear(Red).Hear(Red with { Title = "Another" });
        scene.All<MoveSession>().Count.ShouldBe(1);

        scene.Hear(session);
        scene.All<MoveSession>().Count.ShouldBe(2);
    }

    [Fact]
    public void Pull_request_of_the_sessions_branch_becomes_its_own_but_not_one_of_a_fork_or_of_another_branch()
    {
        var session = Sample.Session(activity: Activity.Active);

        var found = new Scene().Hear(session).Hear(Sample.PullRequest()).All<MoveSession>().ShouldHaveSingleItem().Request.PullRequests!.Prs.ShouldHaveSingleItem();
        (found.Url, found.Origin, found.HeadSha).ShouldBe((Sample.Url, PullRequestOrigin.Detected, "sha-1"));

        new Scene().Hear(session).Hear(Sample.PullRequest() with { IsFork = true }).All<MoveSession>().ShouldBeEmpty();
        new Scene().Hear(session).Hear(Sample.PullRequest() with { HeadBranch = "other" }).All<MoveSession>().ShouldBeEmpty();
        new Scene().Hear(session with { PrAutoDetect = false }).Hear(Sample.PullRequest()).All<MoveSession>().ShouldBeEmpty();
        new Scene().Hear(session with { Kind = SessionKind.Orchestrator }).Hear(Sample.PullRequest()).All<MoveSession>().ShouldBeEmpty();
    }

    [Fact]
    public void Pull_request_that_came_and_was_merged_unseen_is_the_sessions_own_but_not_one_from_before_it()
    {
        var session = Sample.Session(activity: Activity.Active);
        var merged = Sample.PullRequest() with { State = PullRequestState.Merged, CreatedAt = Sample.Now.AddMinutes(1) };

        new Scene().Hear(session).Hear(merged).All<MoveSession>().ShouldHaveSingleItem().Request.PullRequests!.Prs.ShouldHaveSingleItem().State.ShouldBe("merged");
        new Scene().Hear(session).Hear(merged with { CreatedAt = Sample.Now.AddDays(-1) }).All<MoveSession>().ShouldBeEmpty();
        new Scene().Hear(session with { RestoredAt = Sample.Now }).Hear(merged).All<MoveSession>().ShouldBeEmpty();
    }

    [Fact]
    public void Session_that_has_ended_is_left_alone()
    {
        var ended = Sample.SessionWithPullRequest();
        ended = ended with { Lifecycle = ended.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Sample.Now) };

        new Scene().Hear(ended).Hear(Red).Wait(TimeSpan.FromDays(1)).Effects.ShouldBeEmpty();
    }
}
