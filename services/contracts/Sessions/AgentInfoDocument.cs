namespace Athene.Contracts.Sessions;

/// <summary>What an agent's own record says of its session. Everything is null that it does not say.</summary>
/// <param name="NativeSessionId">The agent's own id of the conversation.</param>
/// <param name="Summary">What the conversation is about, in the agent's words.</param>
/// <param name="SummaryIsFallback">The summary is only the first prompt.</param>
/// <param name="Model">The model that answered last.</param>
/// <param name="CostUsd">What the conversation has cost so far, in US dollars.</param>
/// <param name="CostIsEstimate">The agent does not say; the cost is made of the tokens and the profile's list of prices.</param>
public sealed record AgentInfoDocument(
    string? NativeSessionId = null,
    string? Summary = null,
    bool SummaryIsFallback = false,
    string? Model = null,
    TokenUsageDocument? Tokens = null,
    decimal? CostUsd = null,
    bool CostIsEstimate = false);
