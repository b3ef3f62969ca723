using Athene.Configuration.Agents;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Agents;
using Athene.Session.Observing;

namespace Athene.Session.Tests.Observing;

public sealed class AgentInfoTests
{
    private static readonly Dictionary<string, ModelPrice> Prices = new()
    {
        ["*"] = new(1, 1, 1, 1),
        ["big"] = new(3, 15, 0.3m, 3.75m),
        ["big-cheap"] = new(0, 2, 0, 0),
    };

    [Theory]
    [InlineData("big-2", 3 + 15 + 0.3 + 3.75)]
    [InlineData("Big-Cheap-1", 2)]
    [InlineData("another", 4)]
    [InlineData(null, 4)]
    public void Of_agentThatDoesNotSayWhatItCosts_estimatesByTheLongestNameThatFits(string? model, double expected)
    {
        var info = AgentInfo.Of(Record(model, null), Prices);

        info.CostUsd.ShouldBe((decimal)expected);
        info.CostIsEstimate.ShouldBeTrue();
    }

    [Fact]
    public void Of_agentThatSaysWhatItCosts_isBelieved() =>
        AgentInfo.Of(Record("big", 0.5m), Prices).ShouldSatisfyAllConditions(
            info => info.CostUsd.ShouldBe(0.5m), info => info.CostIsEstimate.ShouldBeFalse());

    [Fact]
    public void Of_modelWithoutPrice_costsNobodyKnowsWhat() =>
        AgentInfo.Of(Record("big", null), null).ShouldSatisfyAllConditions(
            info => info.CostUsd.ShouldBeNull(), info => info.CostIsEstimate.ShouldBeFalse());

    [Fact]
    public void IsWorthStoring_countsThatGrow_areStoredOnceAMinuteAndAtTheEndOfATurn()
    {
        var stored = AgentInfo.Of(Record("big", 1), Prices);
        var now = AgentInfo.Of(Record("big", 2), Prices);

        AgentInfo.IsWorthStoring(stored, now, TimeSpan.FromSeconds(59), turnEnded: false).ShouldBeFalse();
        AgentInfo.IsWorthStoring(stored, now, TimeSpan.FromSeconds(60), turnEnded: false).ShouldBeTrue();
        AgentInfo.IsWorthStoring(stored, now, TimeSpan.Zero, turnEnded: true).ShouldBeTrue();
        AgentInfo.IsWorthStoring(now, now, TimeSpan.FromHours(1), turnEnded: true).ShouldBeFalse();
    }

    [Fact]
    public void IsWorthStoring_newSummaryOrId_isStoredAtOnce()
    {
        var stored = AgentInfo.Of(Record("big", 1), Prices);

        AgentInfo.IsWorthStoring(null, stored, TimeSpan.Zero, turnEnded: false).ShouldBeTrue();
        AgentInfo.IsWorthStoring(stored, stored with { Summary = "better" }, TimeSpan.Zero, turnEnded: false).ShouldBeTrue();
        AgentInfo.IsWorthStoring(stored, stored with { NativeSessionId = "x" }, TimeSpan.Zero, turnEnded: false).ShouldBeTrue();
        AgentInfo.IsWorthStoring(null, new AgentInfoDocument(), TimeSpan.Zero, turnEnded: true).ShouldBeFalse();
    }

    private static RecordInfo Record(string? model, decimal? cost) => new(
        "id", "what it is about", SummaryIsFallback: false, model, new TokenUsageDocument(1_000_000, 1_000_000, 1_000_000, 1_000_000), cost);
}
