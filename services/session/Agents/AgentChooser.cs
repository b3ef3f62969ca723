using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Configuration.Projects;
using Athene.Contracts.Sessions;

namespace Athene.Session.Agents;

/// <summary>Chooses the agent of a new session from everything that has a say, and makes sure that it can be started here.</summary>
public sealed class AgentChooser(AtheneConfiguration configuration, AgentCatalog agents)
{
    /// <exception cref="Contracts.Errors.AtheneException">The agent is unknown, not installed, or has no such permission mode.</exception>
    public (AgentSelection Selection, AgentProfile Profile) Choose(
        ProjectConfiguration project, SpawnRequest request, SessionKind kind = SessionKind.Worker)
    {
        var isOrchestrator = kind is SessionKind.Orchestrator;
        var projectRole = isOrchestrator ? project.Orchestrator : project.Worker;
        var defaultRole = isOrchestrator ? configuration.Defaults.Orchestrator : configuration.Defaults.Worker;
        var selection = AgentSelection.From(new AgentChoices(
            isOrchestrator,
            Persisted: null,
            new AgentSettings(request.Agent, request.Model, Permissions: request.Permissions, Subagent: request.Subagent),
            SettingsOf(projectRole?.Agent, projectRole?.AgentConfig),
            SettingsOf(project.Agent, project.AgentConfig),
            SettingsOf(defaultRole?.Agent, defaultRole?.AgentConfig),
            SettingsOf(configuration.Defaults.Agent, null)));
        var profile = agents.GetInstalled(selection.Agent, Environment.GetEnvironmentVariable("PATH"));
        AgentCommand.RequireMode(profile, selection.Permissions);
        return (selection, profile);
    }

    private static AgentSettings SettingsOf(string? agent, Configuration.Projects.AgentSettings? settings) => new(
        agent, settings?.Model, settings?.OrchestratorModel, settings?.Permissions, settings?.Settings?["subagent"]?.GetValue<string>());
}
