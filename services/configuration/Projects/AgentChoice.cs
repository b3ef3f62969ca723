using Athene.Contracts.Sessions;

namespace Athene.Configuration.Projects;

/// <summary>Which agent a session gets, and how it is started.</summary>
/// <param name="Permissions">One of <see cref="PermissionMode.All"/>.</param>
public sealed record AgentChoice(string Agent, string Permissions, string? Model)
{
    /// <summary>
    /// Chooses for a session of <paramref name="project"/>: the role before the project before the defaults. What was
    /// <paramref name="requested"/> by name counts for workers only, and an orchestrator asks nobody.
    /// </summary>
    public static AgentChoice For(DefaultsConfiguration defaults, ProjectConfiguration project, SessionKind kind, string? requested = null)
    {
        var orchestrates = kind is SessionKind.Orchestrator;
        var (own, general) = orchestrates ? (project.Orchestrator, defaults.Orchestrator) : (project.Worker, defaults.Worker);
        var (role, shared) = (own?.AgentConfig, project.AgentConfig);
        var model = role?.Model ?? shared.Model;
        return new AgentChoice(
            (orchestrates ? null : requested) ?? own?.Agent ?? project.Agent ?? general?.Agent ?? defaults.Agent,
            orchestrates ? PermissionMode.Permissionless : role?.Permissions ?? shared.Permissions ?? PermissionMode.Permissionless,
            orchestrates ? role?.OrchestratorModel ?? shared.OrchestratorModel ?? model : model);
    }
}
