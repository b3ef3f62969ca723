namespace Athene.Session.Agents;

/// <summary>What one place of the configuration says about the agent of a role; everything may be left open.</summary>
public sealed record AgentSettings(
    string? Agent = null,
    string? Model = null,
    string? OrchestratorModel = null,
    string? Permissions = null,
    string? Subagent = null)
{
    public static AgentSettings None { get; } = new();
}
