using Athene.Configuration.Projects;

namespace Athene.Configuration;

/// <summary>What a project gets when it does not say otherwise.</summary>
public sealed record DefaultsConfiguration
{
    public string Runtime { get; init; } = RuntimeNames.Tmux;

    public string Agent { get; init; } = "claude-code";

    public string Workspace { get; init; } = WorkspaceNames.Worktree;

    /// <summary>Names of the notifiers for priorities without a route; null: all that are configured, the log, the dashboard, and the desktop where there is one.</summary>
    public IReadOnlyList<string>? Notifiers { get; init; }

    public RoleConfiguration? Orchestrator { get; init; }

    public RoleConfiguration? Worker { get; init; }
}
