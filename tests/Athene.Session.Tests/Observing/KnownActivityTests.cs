using Athene.Contracts.Lifecycle;
using Athene.Session.Observing;

namespace Athene.Session.Tests.Observing;

public sealed class KnownActivityTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ReadyThreshold = TimeSpan.FromMinutes(5);

    [Fact]
    public void At_nothingWasSaid_isUnknown() => At(KnownActivity.Nothing, 10).ShouldBeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void At_newerFactOfAWeakerSource_counts(bool newerArrivesFirst)
    {
        var hook = Fact(Activity.WaitingInput, EvidenceSource.Hook, 1);
        var screen = Fact(Activity.Active, EvidenceSource.Terminal, 2);

        var known = newerArrivesFirst ? KnownActivity.Nothing.With(screen).With(hook) : KnownActivity.Nothing.With(hook).With(screen);

        At(known, 3).ShouldBe(screen);
    }

    [Fact]
    public void At_twoFactsOfOneInstant_theStrongerSourceCounts()
    {
        var native = Fact(Activity.Active, EvidenceSource.Native, 1);
        var hook = Fact(Activity.Ready, EvidenceSource.Hook, 1, Turn.Closed);

        At(KnownActivity.Nothing.With(hook).With(native), 2).ShouldBe(hook);
    }

    [Fact]
    public void With_olderFactOfTheSameSource_changesNothing()
    {
        var known = KnownActivity.Nothing.With(Fact(Activity.Ready, EvidenceSource.Hook, 5));

        known.With(Fact(Activity.Active, EvidenceSource.Hook, 4)).ShouldBeSameAs(known);
    }

    [Fact]
    public void At_questionAfterTheLastWordOfTheTurn_isNoQuestion()
    {
        var ready = Fact(Activity.Ready, EvidenceSource.Native, 1, Turn.Closed);

        At(KnownActivity.Nothing.With(ready).With(Fact(Activity.WaitingInput, EvidenceSource.Hook, 2)), 3).ShouldBe(ready);
    }

    [Fact]
    public void At_questionWithinATurn_isClearedByAnyLaterEvent()
    {
        var known = KnownActivity.Nothing
            .With(Fact(Activity.Active, EvidenceSource.Native, 1, Turn.Open))
            .With(Fact(Activity.WaitingInput, EvidenceSource.Hook, 2));

        At(known, 3)!.Activity.ShouldBe(Activity.WaitingInput);
        At(known.With(Fact(Activity.Active, EvidenceSource.Native, 4, Turn.Open)), 5)!.Activity.ShouldBe(Activity.Active);
        At(known.With(Fact(Activity.Ready, EvidenceSource.Native, 4, Turn.Closed)), 5)!.Activity.ShouldBe(Activity.Ready);
    }

    [Fact]
    public void At_questionBeforeAnyTurn_waits() =>
        At(KnownActivity.Nothing.With(Fact(Activity.WaitingInput, EvidenceSource.Terminal, 1)), 2)!.Activity.ShouldBe(Activity.WaitingInput);

    [Theory]
    [InlineData(Activity.Active, 10)]
    [InlineData(Activity.Blocked, 60)]
    [InlineData(Activity.WaitingInput, 12 * 60)]
    [InlineData(Activity.Ready, 12 * 60)]
    public void At_factThatHasExpired_saysNothing(Activity activity, int minutes)
    {
        var known = KnownActivity.Nothing.With(Fact(activity, EvidenceSource.Hook, 0));

        At(known, (minutes * 60) - 1).ShouldNotBeNull();
        At(known, minutes * 60).ShouldBeNull();
    }

    [Fact]
    public void At_endOfATurnLongAgo_isIdle()
    {
        var known = KnownActivity.Nothing.With(Fact(Activity.Ready, EvidenceSource.Hook, 0, Turn.Closed));

        At(known, 300)!.Activity.ShouldBe(Activity.Ready);
        At(known, 301)!.Activity.ShouldBe(Activity.Idle);
    }

    [Fact]
    public void At_factOfAnEarlierRun_saysNothing() =>
        KnownActivity.Nothing.With(Fact(Activity.Ready, EvidenceSource.Hook, 0, Turn.Closed))
            .At(Start.AddSeconds(2), since: Start.AddSeconds(1), ReadyThreshold).ShouldBeNull();

    [Fact]
    public void NotAfter_factOfAClockThatIsAhead_holdsFromNowOnAndNoLongerThanUsual()
    {
        var known = KnownActivity.Nothing.With(Fact(Activity.WaitingInput, EvidenceSource.Native, 1_000_000).NotAfter(Start.AddSeconds(1)));

        At(known.With(Fact(Activity.Active, EvidenceSource.Native, 2)), 3)!.Activity.ShouldBe(Activity.Active);
        At(known, 1 + (12 * 60 * 60)).ShouldBeNull();
    }

    private static Evidence Fact(Activity activity, EvidenceSource source, int second, Turn turn = Turn.Unsaid) =>
        Evidence.Of(activity, source, Start.AddSeconds(second), turn);

    private static Evidence? At(KnownActivity known, int second) => known.At(Start.AddSeconds(second), Start, ReadyThreshold);
}
