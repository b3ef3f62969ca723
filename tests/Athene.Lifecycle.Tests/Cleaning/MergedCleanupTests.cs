using Athene.Contracts.Lifecycle;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Cleaning;

public sealed class MergedCleanupTests
{
    [Theory]
    [InlineData(Activity.Ready)]
    [InlineData(Activity.Idle)]
    public void Merged_session_with_a_quiet_agent_is_ended_at_once(Activity activity) =>
        new Scene().Hear(Merged(activity)).All<EndSession>().ShouldHaveSingleItem().Reason.ShouldBe("pr_merged");

    [Theory]
    [InlineData(Activity.Active)]
    [InlineData(Activity.Blocked)]
    public void Case089_MergedWhileTheAgentIsBusy_waits_for_it_or_for_five_minutes(Activity busy)
    {
        var patient = new Scene().Hear(Merged(busy)).Wait(TimeSpan.FromMinutes(4));
        patient.All<EndSession>().ShouldBeEmpty();
        patient.All<RecordOutcome>().ShouldHaveSingleItem().Kind.ShouldBe("session.auto_cleanup_deferred");
        patient.Wait(TimeSpan.FromMinutes(2)).All<EndSession>().Count.ShouldBe(1);

        new Scene().Hear(Merged(busy)).Wait(TimeSpan.FromMinutes(1)).Hear(Merged(Activity.Ready)).All<EndSession>().Count.ShouldBe(1);
    }

    [Fact]
    public void Case089_CleanupThatIsOff_ends_nothing() =>
        new Scene(Sample.PolicyOf(lifecycle: "autoCleanupOnMerge: false")).Hear(Merged(Activity.Idle)).Wait(TimeSpan.FromDays(1)).All<EndSession>().ShouldBeEmpty();

    [Fact]
    public void Session_that_could_not_be_ended_is_tried_again_when_its_agent_has_done_something()
    {
        var scene = new Scene().Hear(Merged(Activity.Ready)).Wait(TimeSpan.FromMinutes(50)).Hear(Merged(Activity.Ready));
        scene.All<EndSession>().Count.ShouldBe(1);

        scene.Hear(Merged(Activity.Active)).Hear(Merged(Activity.Idle));
        scene.All<EndSession>().Count.ShouldBe(3);
    }

    [Fact]
    public void Session_that_could_not_be_ended_is_looked_at_again_every_hour() =>
        new Scene().Hear(Merged(Activity.Ready)).Wait(TimeSpan.FromMinutes(190)).All<EndSession>().Count.ShouldBe(4);

    [Fact]
    public void Case071_RestoredSession_whose_pull_request_was_merged_is_not_ended_again()
    {
        var restored = Sample.WithPart(Sample.Session(activity: Activity.Idle), PullRequestState.None, PullRequestReason.ClearedOnRestore) with { RestoredAt = Sample.Now };

        new Scene().Hear(Merged(Activity.Idle)).Hear(restored).Hear(Sample.PullRequest() with { State = PullRequestState.Merged }).Wait(TimeSpan.FromDays(1))
            .All<EndSession>().Count.ShouldBe(1);
    }

    private static Contracts.Sessions.SessionDocument Merged(Activity activity) =>
        Sample.SessionWithPullRequest(activity, PullRequestState.Merged, PullRequestReason.Merged);
}
