namespace Athene.Contracts.Sessions;

/// <summary>How a project's orchestrator is to be started when it must be.</summary>
/// <param name="Agent">The agent profile; wins over the configuration, but not over a session that exists.</param>
public sealed record OrchestratorRequest(string? Agent = null);
