namespace Athene.Session.Agents;

/// <summary>All places that have a say in which agent a session gets.</summary>
/// <param name="Persisted">The agent that the session was started with, when it exists already: always wins.</param>
/// <param name="Request">What the spawn asked for.</param>
/// <param name="ProjectRole">The project's <c>worker</c> or <c>orchestrator</c> section.</param>
/// <param name="Project">The project itself.</param>
/// <param name="DefaultRole">The defaults' section of the role.</param>
/// <param name="Default">The defaults.</param>
public sealed record AgentChoices(
    bool IsOrchestrator,
    string? Persisted,
    AgentSettings Request,
    AgentSettings ProjectRole,
    AgentSettings Project,
    AgentSettings DefaultRole,
    AgentSettings Default);
