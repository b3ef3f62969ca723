using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Reactions;

public sealed class FailingChecksTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Stable = TimeSpan.FromMinutes(2);

    [Fact]
    public void Case084_FailingChecks_are_told_once_and_another_failing_set_once_more()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest());
        var red = Sample.PullRequest(checks: ChecksState.Failing);

        scene.Hear(red).Hear(red with { Title = "Another title" });
        var told = scene.Effects.Select(pending => pending.Effect).OfType<TellAgentOfFailures>().ShouldHaveSingleItem();
        told.Checks.ShouldHaveSingleItem().Name.ShouldBe("build");
        told.Failures.HeadSha.ShouldBe("sha-1");

        scene.Hear(red with { Checks = [.. red.Checks, new CheckDocument("lint", CheckState.Failed)] });
        scene.Effects.Select(pending => pending.Effect).OfType<TellAgentOfFailures>().Last().Checks.ShouldHaveSingleItem().Name.ShouldBe("lint");
        scene.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public void Case085_ChecksWithoutDetails_that_fail_a_third_time_are_escalated_until_they_are_green_for_good()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest());
        var red = Sample.PullRequest(checks: ChecksState.Failing) with { Checks = [] };
        for (var round = 0; round < 3; round++) scene.Hear(red).Wait(Moment).Hear(Sample.PullRequest()).Wait(Moment);

        scene.Messages.ShouldBe(["ci-failed", "ci-failed"]);
        scene.Notices.ShouldHaveSingleItem().Type.ShouldBe("reaction.escalated");

        scene.Hear(red).Hear(Sample.PullRequest()).Wait(Moment).Hear(red);
        scene.Messages.Count.ShouldBe(2);
        scene.Notices.Count.ShouldBe(1);

        scene.Hear(Sample.PullRequest()).Wait(Stable).Hear(red);
        scene.Messages.Count.ShouldBe(3);
    }

    [Fact]
    public void Case099_BudgetOfAttempts_holds_with_details_and_new_commits()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest());
        for (var round = 0; round < 5; round++)
        {
            scene.Hear(Sample.PullRequest(round, ChecksState.Failing, $"sha-{round}")).Wait(Moment)
                .Hear(Sample.PullRequest(checks: ChecksState.Pending, sha: $"sha-{round}b")).Wait(Moment)
                .Hear(Sample.PullRequest(sha: $"sha-{round}b")).Wait(Moment);
        }

        scene.Messages.ShouldBe(["ci-failed", "ci-failed"]);
        scene.Notices.ShouldHaveSingleItem().Facts.ShouldContain(fact => fact.Name == "Cause" && fact.Value == "max_retries");
    }

    [Fact]
    public void Checks_that_cannot_be_seen_are_no_reason_to_act()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest()).Hear(Sample.PullRequest(checks: ChecksState.Unknown)).Wait(TimeSpan.FromHours(1));

        scene.Messages.ShouldBeEmpty();
        scene.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void BudgetOfAttempts_holds_while_the_checks_of_new_commits_have_not_begun()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest());
        for (var round = 0; round < 5; round++)
        {
            scene.Hear(Sample.PullRequest(round, ChecksState.Failing, $"sha-{round}")).Wait(Moment)
                .Hear(Sample.PullRequest(checks: ChecksState.None, sha: $"sha-{round}b")).Wait(Stable);
        }

        scene.Messages.Count.ShouldBe(2);
        scene.NoticesOf("reaction.escalated").Count.ShouldBe(1);
    }

    [Fact]
    public void BudgetOfAttempts_is_not_renewed_by_a_restore_but_the_agent_is_told_again()
    {
        var (session, red) = (Sample.SessionWithPullRequest(), Sample.PullRequest(checks: ChecksState.Failing));
        var ended = session with { Lifecycle = session.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Sample.Now) };
        var scene = new Scene().Hear(session).Hear(red).Hear(ended).Wait(Stable).Hear(session);
        scene.Messages.Count.ShouldBe(2);
        scene.State.Incidents.Values.ShouldHaveSingleItem().Attempts.ShouldBe(1);
        scene.Hear(Sample.PullRequest(checks: ChecksState.Failing, sha: "sha-2")).Hear(Sample.PullRequest(checks: ChecksState.Failing, sha: "sha-3"));
        scene.Messages.Count.ShouldBe(3);
        scene.NoticesOf("reaction.escalated").Count.ShouldBe(1);
    }
}
