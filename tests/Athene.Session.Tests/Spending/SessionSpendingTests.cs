using Athene.Session.Records;

namespace Athene.Session.Tests.Spending;

public sealed class SessionSpendingTests
{
    [Fact]
    public void With_aTotalThatGrows_countsOnlyWhatIsNew()
    {
        var (once, first) = SessionSpending.Nothing.With("c1", new Amount(100, 1m));
        var (twice, second) = once.With("c1", new Amount(150, 1.5m));

        first.ShouldBe(new Amount(100, 1m));
        second.ShouldBe(new Amount(50, 0.5m));
        twice.Total.ShouldBe(new Amount(150, 1.5m));
    }

    [Fact]
    public void With_aRecordThatIsReadAnew_countsNothingTwice()
    {
        var (known, _) = SessionSpending.Nothing.With("c1", new Amount(150, 1.5m));

        var (partly, nothing) = known.With("c1", new Amount(20, 0.1m));
        var (again, same) = partly.With("c1", new Amount(150, 1.5m));
        var (more, rest) = again.With("c1", new Amount(160, 1.5m));

        (nothing, same).ShouldBe((default, default));
        rest.ShouldBe(new Amount(10, 0));
        more.Total.ShouldBe(new Amount(160, 1.5m));
    }

    [Fact]
    public void With_anotherConversation_addsUp()
    {
        var (one, _) = SessionSpending.Nothing.With("c1", new Amount(100, 1m));
        var (both, more) = one.With("c2", new Amount(30, 0.2m));

        more.ShouldBe(new Amount(30, 0.2m));
        both.Total.ShouldBe(new Amount(130, 1.2m));
    }
}
