using Athene.Contracts.Events;
using Athene.Session.History;

namespace Athene.Session.Tests.Api;

public sealed class HistoryQueryTests
{
    private static readonly EventDocument Spawned =
        new(7, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "session.spawned", "info", "app", "app-1", "Spawned app-1");

    [Theory]
    [InlineData(null, true)]
    [InlineData("session.spawned", true)]
    [InlineData("session", true)]
    [InlineData("session.spawn", false)]
    [InlineData("sess", false)]
    [InlineData("runtime", false)]
    public void Matches_kind_inFullOrUpToADot(string? kind, bool expected) => new HistoryQuery(Kind: kind).Matches(Spawned).ShouldBe(expected);

    [Fact]
    public void Matches_sessionAndTime_restrict()
    {
        new HistoryQuery("app-1", Since: Spawned.Time).Matches(Spawned).ShouldBeTrue();
        new HistoryQuery("app-11").Matches(Spawned).ShouldBeFalse();
        new HistoryQuery(Since: Spawned.Time.AddTicks(1)).Matches(Spawned).ShouldBeFalse();
    }
}
