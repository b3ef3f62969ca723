using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.Watching.Snapshots;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class ObservationTests
{
    private static readonly StoredPullRequest Known = Observation.After(null, Samples.Snapshot);

    [Fact]
    public void After_firstReading_isARevisionAboveAllOfBefore()
    {
        Known.Snapshot.Revision.ShouldBe(Samples.Start.ToUnixTimeMilliseconds());
        Known.Change.ShouldBe(EventTypes.PullRequestChanged);
    }

    [Fact]
    public void After_sameAgain_isTheVerySame() =>
        Observation.After(Known, Samples.Snapshot with { ObservedAt = Samples.Start.AddHours(1), Checks = [.. Samples.Snapshot.Checks] }).ShouldBeSameAs(Known);

    [Fact]
    public void After_checksThatFail_isOneRevisionMoreOfThem()
    {
        var after = Observation.After(Known, Samples.Snapshot with { ChecksState = ChecksState.Failing, Checks = [new CheckDocument("build", CheckState.Failed, "2")] });

        (after.Snapshot.Revision, after.Change).ShouldBe((Known.Snapshot.Revision + 1, EventTypes.ChecksChanged));
    }

    [Fact]
    public void After_checksInAnotherOrder_isTheVerySame()
    {
        CheckDocument[] two = [new("build", CheckState.Passed, "1"), new("lint", CheckState.Passed, "2")];
        var known = Observation.After(null, Samples.Snapshot with { Checks = two });

        Observation.After(known, Samples.Snapshot with { Checks = [two[1], two[0]] }).ShouldBeSameAs(known);
    }

    [Fact]
    public void After_newThread_isAChangeOfReviews() => Observation.After(
        Known, Samples.Snapshot with { Threads = [new ReviewThread("t", "c", "ada", false, true, "Why?")] }).Change.ShouldBe(EventTypes.ReviewChanged);

    [Fact]
    public void After_checksAndReviews_isAChangeOfThePullRequest() => Observation.After(
        Known, Samples.Snapshot with { ChecksState = ChecksState.Failing, ReviewDecision = ReviewDecision.Approved }).Change.ShouldBe(EventTypes.PullRequestChanged);

    [Fact]
    public void After_newCommit_isAChangeOfThePullRequest() =>
        Observation.After(Known, Samples.Snapshot with { HeadSha = "def" }).Change.ShouldBe(EventTypes.PullRequestChanged);

    [Fact]
    public void After_partsThatTheHostDoesNotTell_areUnknownAtOnce()
    {
        var silent = Samples.Snapshot with
        {
            ChecksState = ChecksState.Unknown, Checks = [], ReviewDecision = ReviewDecision.Unknown, Mergeability = Mergeability.Unknown, Blockers = [],
        };

        var after = Observation.After(Observation.After(null, Samples.Snapshot with { Mergeability = Mergeability.Ready }), silent);

        (after.Snapshot.ChecksState, after.Snapshot.ReviewDecision, after.Snapshot.Mergeability)
            .ShouldBe((ChecksState.Unknown, ReviewDecision.Unknown, Mergeability.Unknown));
        Observation.After(after, silent with { ObservedAt = Samples.Start.AddMinutes(5) }).ShouldBeSameAs(after);
    }

    [Fact]
    public void After_lostMemory_goesOnAboveTheRevisionsOfBefore()
    {
        var changed = Observation.After(Known, Samples.Snapshot with { Title = "Another" });

        Observation.After(null, Samples.Snapshot with { ObservedAt = Samples.Start.AddMinutes(1) }).Snapshot.Revision.ShouldBeGreaterThan(changed.Snapshot.Revision);
    }

    [Fact]
    public void After_checksOfANewCommitThatTheHostDoesNotTell_areUnknown()
    {
        var after = Observation.After(Known, Samples.Snapshot with { HeadSha = "def", ChecksState = ChecksState.Unknown, Checks = [] });

        after.Snapshot.ChecksState.ShouldBe(ChecksState.Unknown);
    }

    [Fact]
    public void After_threadsOfAReadingWithoutADecision_areThoseThatWereRead()
    {
        var known = Observation.After(null, Samples.Snapshot with { Threads = [new ReviewThread("t", "c", "ada", false, true, "Why?")] });

        var after = Observation.After(known, Samples.Snapshot with { ReviewDecision = ReviewDecision.Unknown, Threads = [new ReviewThread("u", "d", "bob", false, true, "How?")] });

        after.Snapshot.Threads.ShouldHaveSingleItem().Id.ShouldBe("u");
    }

    [Fact]
    public void IsReported_silenceOfTheHost_isNot()
    {
        Observation.IsReported(Known.Snapshot, Known.Snapshot with { ChecksState = ChecksState.Unknown, Checks = [] }).ShouldBeFalse();
        Observation.IsReported(Known.Snapshot with { ReviewDecision = ReviewDecision.Unknown }, Known.Snapshot).ShouldBeFalse();
    }

    [Fact]
    public void IsReported_mergeability_isNot()
    {
        Observation.IsReported(Known.Snapshot, Known.Snapshot with { Mergeability = Mergeability.Ready, Blockers = [] }).ShouldBeFalse();
        Observation.IsReported(Known.Snapshot, Known.Snapshot with { State = PullRequestState.Merged }).ShouldBeTrue();
    }
}
