using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.Session.Messages;
using Athene.Session.Observing;
using Athene.Session.Pauses;
using Athene.Session.Records;

namespace Athene.Session.Tests.Pauses;

public sealed class PauseRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 13, 30, 0, TimeSpan.Zero);

    private static readonly UsageLimit Limit = new(Now, Now.AddHours(3), "the limit");

    private readonly SessionRecord session = Samples.Session();

    [Fact]
    public void Limited_pausesUntilTheLimitEnds() => PauseRules.Limited(session, Limit).Paused.ShouldNotBeNull().ShouldSatisfyAllConditions(
        pause => pause.Reason.ShouldBe(PauseReason.UsageLimit),
        pause => pause.Until.ShouldBe(Now.AddHours(3)),
        pause => pause.Detail.ShouldBe("the limit"));

    [Fact]
    public void Limited_saidAgain_changesNothing()
    {
        var paused = PauseRules.Limited(session, Limit);

        PauseRules.Limited(paused, Limit with { Since = Now.AddMinutes(5), Until = null }).ShouldBeSameAs(paused);
    }

    [Fact]
    public void Limited_whenTheEndBecomesKnown_takesItIn()
    {
        var open = PauseRules.Limited(session, Limit with { Until = null });

        var known = PauseRules.Limited(open, Limit);

        known.Paused!.Until.ShouldBe(Now.AddHours(3));
        known.Paused.Id.ShouldBe(open.Paused!.Id);
    }

    [Fact]
    public void Limited_afterThePause_doesNotReadTheOldWordsAgain_untilTheAgentHasWorked()
    {
        var over = PauseRules.Ended(PauseRules.Limited(session, Limit), Now.AddHours(3));
        PauseRules.Limited(over, Limit with { Until = Now.AddHours(27) }).ShouldBeSameAs(over);

        var worked = PauseRules.Seen(over, Evidence.Of(Activity.Active, EvidenceSource.Native, Now.AddHours(4)));
        PauseRules.Limited(worked, new UsageLimit(Now.AddHours(5), null, "again")).Paused.ShouldNotBeNull().Detail.ShouldBe("again");
    }

    [Theory]
    [InlineData(Activity.Active, EvidenceSource.Native, 1, false)]
    [InlineData(Activity.Active, EvidenceSource.Hook, 1, false)]
    [InlineData(Activity.Active, EvidenceSource.Age, 1, true)]
    [InlineData(Activity.Active, EvidenceSource.Native, -1, true)]
    [InlineData(Activity.Idle, EvidenceSource.Native, 1, true)]
    public void Seen_ofAnAgentAtWork_endsThePause(Activity activity, EvidenceSource source, int minutesLater, bool staysPaused)
    {
        var seen = PauseRules.Seen(PauseRules.Limited(session, Limit), Evidence.Of(activity, source, Now.AddMinutes(minutesLater)));

        (seen.Paused is not null).ShouldBe(staysPaused);
    }

    [Fact]
    public void Seen_doesNotEndAPauseForMoney()
    {
        var paused = session with { Paused = new SessionPause("p", PauseReason.Budget, Now, null, "spent") };

        PauseRules.Seen(paused, Evidence.Of(Activity.Active, EvidenceSource.Native, Now.AddMinutes(1))).ShouldBeSameAs(paused);
    }

    [Theory]
    [InlineData(PauseReason.UsageLimit, false, true)]
    [InlineData(PauseReason.UsageLimit, true, true)]
    [InlineData(PauseReason.Budget, false, false)]
    [InlineData(PauseReason.Budget, true, true)]
    public void Keeps_whoMayWriteToAPausedSession(PauseReason reason, bool automatic, bool waits)
    {
        var message = new MessageRecord("m-1", "text", MessageState.Queued, Now) { Automatic = automatic };

        PauseRules.Keeps(session with { Paused = new SessionPause("p", reason, Now, null, "") }, message).ShouldBe(waits);
    }
}
