namespace Athene.Configuration.Projects;

/// <summary>What differs for the workers or the orchestrator of a project.</summary>
public sealed record RoleConfiguration(string? Agent = null, AgentSettings? AgentConfig = null);
