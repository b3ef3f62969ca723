using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Reactions;

public sealed class MergeTests
{
    private const string AutoMerge = "approved-and-green: { action: auto-merge }";

    private static readonly PullRequestSnapshot Conflicting = Sample.PullRequest() with
    {
        Mergeability = Mergeability.Blocked,
        Blockers = [MergeBlocker.Conflicts, MergeBlocker.BehindBase],
    };

    [Fact]
    public void Ready_pull_request_is_told_to_a_person_once_a_commit()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest()).Hear(Sample.ReadyPullRequest()).Hear(Sample.ReadyPullRequest() with { Title = "Another" });

        scene.NoticesOf("merge.ready").ShouldHaveSingleItem().Priority.ShouldBe(NotificationPriority.Action);
        scene.All<MergePullRequest>().ShouldBeEmpty();
    }

    [Fact]
    public void Ready_pull_request_is_merged_at_its_green_commit_when_that_is_configured()
    {
        var scene = new Scene(Sample.PolicyOf(AutoMerge)).Hear(Sample.SessionWithPullRequest()).Hear(Sample.ReadyPullRequest(sha: "sha-7"));

        var merge = scene.All<MergePullRequest>().ShouldHaveSingleItem();
        (merge.Request.ExpectedHeadSha, merge.Request.Method, merge.Request.PullRequest.Reference).ShouldBe(("sha-7", MergeMethod.Squash, Sample.Url));
        scene.NoticesOf("merge.ready").ShouldBeEmpty();
    }

    [Fact]
    public void Merge_is_tried_again_when_something_has_changed_and_not_before()
    {
        var scene = new Scene(Sample.PolicyOf(AutoMerge)).Hear(Sample.SessionWithPullRequest()).Hear(Sample.ReadyPullRequest());
        scene.Hear(Sample.SessionWithPullRequest()).Wait(TimeSpan.FromHours(1));
        scene.All<MergePullRequest>().Count.ShouldBe(1);

        scene.Hear(Sample.ReadyPullRequest());
        scene.All<MergePullRequest>().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(ChecksState.Pending, ReviewDecision.Approved, Mergeability.Ready)]
    [InlineData(ChecksState.Unknown, ReviewDecision.Approved, Mergeability.Ready)]
    [InlineData(ChecksState.Passing, ReviewDecision.Unknown, Mergeability.Ready)]
    [InlineData(ChecksState.Passing, ReviewDecision.Pending, Mergeability.Ready)]
    [InlineData(ChecksState.Passing, ReviewDecision.Approved, Mergeability.Unknown)]
    [InlineData(ChecksState.Passing, ReviewDecision.Approved, Mergeability.Queued)]
    public void Nothing_is_merged_that_is_not_known_to_be_ready(ChecksState checks, ReviewDecision review, Mergeability mergeability)
    {
        var pr = Sample.ReadyPullRequest() with { ChecksState = checks, ReviewDecision = review, Mergeability = mergeability };

        new Scene(Sample.PolicyOf(AutoMerge)).Hear(Sample.SessionWithPullRequest()).Hear(pr).Wait(TimeSpan.FromDays(1)).All<MergePullRequest>().ShouldBeEmpty();
    }

    [Fact]
    public void Commit_without_checks_is_looked_at_for_a_while_before_it_is_merged()
    {
        var scene = new Scene(Sample.PolicyOf(AutoMerge)).Hear(Sample.SessionWithPullRequest()).Hear(Sample.ReadyPullRequest() with { ChecksState = ChecksState.None });
        scene.All<MergePullRequest>().ShouldBeEmpty();

        scene.Wait(TimeSpan.FromMinutes(2)).All<MergePullRequest>().Count.ShouldBe(1);
    }

    [Fact]
    public void Open_remark_of_a_person_keeps_from_merging()
    {
        var pr = Sample.ReadyPullRequest() with { Threads = [Sample.Thread("t1")] };

        new Scene(Sample.PolicyOf(AutoMerge)).Hear(Sample.SessionWithPullRequest()).Hear(pr).All<MergePullRequest>().ShouldBeEmpty();
    }

    [Fact]
    public void Merge_is_off_where_the_project_says_so() =>
        new Scene(Sample.PolicyOf("approved-and-green: { action: auto-merge, auto: false }")).Hear(Sample.SessionWithPullRequest()).Hear(Sample.ReadyPullRequest())
            .All<MergePullRequest>().ShouldBeEmpty();

    [Fact]
    public void Case087_Conflicts_are_told_once_and_again_when_they_come_back()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest()).Hear(Conflicting).Hear(Conflicting with { Title = "Another" });
        var text = scene.All<TellAgent>().ShouldHaveSingleItem().Text;
        text.ShouldContain("base branch main, and is behind it");

        scene.Hear(Conflicting with { Mergeability = Mergeability.Unknown, Blockers = [] }).Hear(Conflicting);
        scene.All<TellAgent>().Count.ShouldBe(1);

        scene.Hear(Sample.PullRequest()).Hear(Conflicting);
        scene.All<TellAgent>().Count.ShouldBe(2);
    }

    [Fact]
    public void Case087_Conflicts_with_action_notify_are_a_warning()
    {
        var scene = new Scene(Sample.PolicyOf("merge-conflicts: { action: notify }")).Hear(Sample.SessionWithPullRequest()).Hear(Conflicting);

        scene.Messages.ShouldBeEmpty();
        scene.NoticesOf("merge.conflicts").ShouldHaveSingleItem().Priority.ShouldBe(NotificationPriority.Warning);
    }

    [Fact]
    public void Closed_pull_request_is_left_to_a_person() => new Scene().Hear(Sample.SessionWithPullRequest())
        .Hear(Sample.PullRequest() with { State = PullRequestState.Closed }).NoticesOf("pr.closed").ShouldHaveSingleItem().Priority.ShouldBe(NotificationPriority.Action);

    [Fact]
    public void New_commit_whose_checks_have_not_begun_is_not_merged_however_long_that_takes()
    {
        var scene = new Scene(Sample.PolicyOf(AutoMerge)).Hear(Sample.SessionWithPullRequest()).Hear(Sample.PullRequest(checks: ChecksState.Failing));
        scene.Hear(Sample.ReadyPullRequest(sha: "sha-2") with { ChecksState = ChecksState.None }).Wait(TimeSpan.FromDays(1)).All<MergePullRequest>().ShouldBeEmpty();
        scene.Hear(Sample.ReadyPullRequest(sha: "sha-2")).All<MergePullRequest>().Count.ShouldBe(1);
    }

    [Fact]
    public void Ready_pull_request_is_not_told_again_when_its_host_has_thought_it_over()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest(reason: PullRequestReason.MergeReady)).Hear(Sample.ReadyPullRequest());
        scene.Hear(Sample.ReadyPullRequest() with { Mergeability = Mergeability.Unknown }).Hear(Sample.ReadyPullRequest())
            .Hear(Sample.ReadyPullRequest() with { ChecksState = ChecksState.Pending }).Hear(Sample.ReadyPullRequest());
        scene.NoticesOf("merge.ready").Count.ShouldBe(1);
    }

    [Fact]
    public void Ready_pull_request_whose_mergeability_is_found_out_anew_is_not_merged_meanwhile() =>
        new Scene(Sample.PolicyOf(AutoMerge)).Hear(Sample.SessionWithPullRequest(reason: PullRequestReason.MergeReady))
            .Hear(Sample.ReadyPullRequest() with { Mergeability = Mergeability.Unknown }).All<MergePullRequest>().ShouldBeEmpty();

    [Fact]
    public void Approval_is_told_when_the_reviewers_decide_and_not_whenever_checks_begin_or_end()
    {
        var pending = Sample.ReadyPullRequest() with { ChecksState = ChecksState.Pending };
        var scene = new Scene().Hear(Sample.SessionWithPullRequest()).Hear(Sample.PullRequest()).Hear(pending);
        scene.NoticesOf("review.approved").Count.ShouldBe(1);
        foreach (var reason in (PullRequestReason[])[PullRequestReason.CiFailing, PullRequestReason.Approved, PullRequestReason.MergeReady, PullRequestReason.Approved])
            scene.Hear(Sample.SessionWithPullRequest(reason: reason)).Hear(pending);
        scene.NoticesOf("review.approved").Count.ShouldBe(1);
        scene.Hear(Sample.PullRequest()).Hear(pending).NoticesOf("review.approved").Count.ShouldBe(2);
    }
}
