using Athene.Contracts.Sessions;

namespace Athene.Session.Machine.Agents;

/// <summary>What an agent's record says of its conversation as a whole.</summary>
/// <param name="CostUsd">In US dollars, where the agent itself counts it.</param>
public sealed record RecordInfo(
    string? NativeSessionId, string? Summary, bool SummaryIsFallback, string? Model, TokenUsageDocument? Tokens, decimal? CostUsd);
