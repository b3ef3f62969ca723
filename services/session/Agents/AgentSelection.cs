using Athene.Configuration.Projects;
namespace Athene.Session.Agents;

/// <summary>The agent of a session with its settings, decided once and kept with the session.</summary>
public sealed record AgentSelection(string Agent, string? Model, string? Permissions, string? Subagent)
{
    public const string FallbackAgent = "claude-code";

    /// <summary>Picks from all places by precedence (first defined wins). Pure.</summary>
    public static AgentSelection From(AgentChoices choices) => new(
        FirstOf(
            choices.Persisted,
            choices.Request.Agent,
            choices.ProjectRole.Agent,
            choices.Project.Agent,
            choices.DefaultRole.Agent,
            choices.Default.Agent) ?? FallbackAgent,
        ModelOf(choices),
        choices.IsOrchestrator
            ? PermissionMode.Permissionless
            : FirstMode(choices.Request.Permissions, choices.ProjectRole.Permissions, choices.Project.Permissions),
        FirstOf(choices.Request.Subagent, choices.ProjectRole.Subagent, choices.Project.Subagent));

    private static string? ModelOf(AgentChoices choices) => choices.IsOrchestrator
        ? FirstOf(
            choices.ProjectRole.OrchestratorModel,
            choices.ProjectRole.Model,
            choices.Project.OrchestratorModel,
            choices.Project.Model)
        : FirstOf(choices.Request.Model, choices.ProjectRole.Model, choices.Project.Model);

    private static string? FirstOf(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value)) return value;
        }

        return null;
    }

    // A word that is no mode means "none of ours", not "look further": more rights than were written must never come out.
    private static string? FirstMode(params ReadOnlySpan<string?> values) =>
        FirstOf(values) is { } word ? PermissionMode.Parse(word) : PermissionMode.Permissionless;
}
