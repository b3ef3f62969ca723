using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;

namespace Athene.Lifecycle.Tests.Crash;

/// <summary>kill -9 of the service before and after each thing that it asks of others: all of it happens, none of it twice.</summary>
public sealed class KilledServiceTests
{
    private const string Configuration = "reactions: { approved-and-green: { action: auto-merge } }\n";

    [Theory]
    [InlineData("before failures")]
    [InlineData("before messages")]
    [InlineData("after messages")]
    [InlineData("before outcomes")]
    [InlineData("after outcomes")]
    [InlineData("before transitions")]
    [InlineData("after transitions")]
    [InlineData("before merge")]
    [InlineData("after merge")]
    [InlineData("before work")]
    [InlineData("before kill")]
    [InlineData("after kill")]
    public async Task Story_from_a_red_check_to_the_end_of_the_session_is_told_whole_and_once(string moment)
    {
        await using var stage = await Stage.StartAsync(Sample.SessionWithPullRequest(Activity.Ready), Configuration);
        using var killed = KillAt(stage, moment);
        await stage.Session.ChangeAsync(stage.Session.Session);

        await stage.HearAsync(Sample.PullRequest(checks: ChecksState.Failing));
        await UntilAsync(stage, killed, () => stage.Session.Messages.Count == 1 && stage.Session.Session.Lifecycle.Pr.Reason is PullRequestReason.CiFailing, "the message");
        await stage.HearAsync(Sample.ReadyPullRequest(20, "sha-2"));
        await UntilAsync(stage, killed, () => stage.Merges.Count > 0, "the merge");
        await stage.HearAsync(Sample.ReadyPullRequest(21, "sha-2") with { State = PullRequestState.Merged });
        await UntilAsync(stage, killed, () => stage.Session.State.Reason is SessionReason.PrMerged, "the end");
        await UntilAsync(stage, killed, () => stage.Notices.Any(notice => notice.Type == "summary.all_complete"), "the summary");

        killed.IsSet.ShouldBeTrue();
        stage.Session.Messages.Count.ShouldBe(1);
        stage.Session.Ends.ShouldBe(1);
        stage.Merges.Select(merge => merge.ExpectedHeadSha).Distinct().ShouldBe(["sha-2"]);
        stage.Notices.DistinctBy(notice => notice.Id).GroupBy(notice => notice.Type).ShouldAllBe(group => group.Count() == 1);
    }

    private static ManualResetEventSlim KillAt(Stage stage, string moment)
    {
        var killed = new ManualResetEventSlim();
        stage.Session.Passing = passed =>
        {
            if (passed != moment || killed.IsSet) return;
            stage.Service.Kill();
            killed.Set();
        };
        return killed;
    }

    private static async Task UntilAsync(Stage stage, ManualResetEventSlim killed, Func<bool> condition, string what)
    {
        await Patience.UntilAsync(() => condition() || (killed.IsSet && !stage.Service.IsRunning), what);
        if (!stage.Service.IsRunning) await stage.Service.StartAgainAsync();
        await Patience.UntilAsync(condition, what);
    }
}
