using System.Text.Json.Nodes;

namespace Athene.Configuration.Projects;

/// <summary>How an agent is started.</summary>
/// <param name="Permissions">One of <see cref="PermissionMode.All"/>; null: not said here.</param>
/// <param name="Settings">The keys that only the agent understands.</param>
public sealed record AgentSettings(
    string? Permissions = null,
    string? Model = null,
    string? OrchestratorModel = null,
    string? OpencodeSessionId = null,
    JsonObject? Settings = null);
