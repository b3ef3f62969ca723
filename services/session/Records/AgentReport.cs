namespace Athene.Session.Records;

/// <summary>What the agent last said about itself (spec lifecycle.md §14).</summary>
public sealed record AgentReport(string State, string? Note, DateTimeOffset At);
