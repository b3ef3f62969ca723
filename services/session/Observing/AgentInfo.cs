using Athene.Configuration.Agents;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Agents;

namespace Athene.Session.Observing;

/// <summary>Makes what others see of an agent's record, and decides when it is worth storing. Pure.</summary>
public static class AgentInfo
{
    private const string AnyModel = "*";
    private const decimal PriceUnit = 1_000_000m;

    /// <summary>Tokens and cost change with every answer; they are stored so often, and at the end of a turn.</summary>
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(1);

    public static AgentInfoDocument Of(RecordInfo info, IReadOnlyDictionary<string, ModelPrice>? prices)
    {
        var estimate = info.CostUsd is null && info.Tokens is { } tokens && PriceOf(info.Model, prices) is { } price ? Estimate(tokens, price) : (decimal?)null;
        return new AgentInfoDocument(
            info.NativeSessionId, info.Summary, info.SummaryIsFallback, info.Model, info.Tokens, info.CostUsd ?? estimate, estimate is not null);
    }

    /// <param name="sinceStored">How long ago <paramref name="stored"/> was stored.</param>
    /// <param name="turnEnded">The agent has said its last word for now.</param>
    public static bool IsWorthStoring(AgentInfoDocument? stored, AgentInfoDocument now, TimeSpan sinceStored, bool turnEnded)
    {
        if (now == stored || now == new AgentInfoDocument()) return false;
        var counts = now with { Tokens = stored?.Tokens, CostUsd = stored?.CostUsd, CostIsEstimate = stored?.CostIsEstimate ?? false };
        return stored is null || counts != stored || turnEnded || sinceStored >= BetweenCounts;
    }

    private static ModelPrice? PriceOf(string? model, IReadOnlyDictionary<string, ModelPrice>? prices) => prices?
        .Where(price => price.Key == AnyModel || (model?.StartsWith(price.Key, StringComparison.OrdinalIgnoreCase) ?? false))
        .OrderByDescending(price => price.Key == AnyModel ? 0 : price.Key.Length)
        .Select(price => price.Value)
        .FirstOrDefault();

    private static decimal Estimate(TokenUsageDocument tokens, ModelPrice price) => Math.Round(
        ((tokens.Input * price.Input) + (tokens.Output * price.Output) + (tokens.CacheRead * price.CacheRead) + (tokens.CacheWrite * price.CacheWrite))
        / PriceUnit,
        decimals: 6);
}
