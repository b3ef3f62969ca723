using Athene.Configuration.Agents;

namespace Athene.Cli.Agents;

/// <summary>One agent that can be asked for.</summary>
/// <param name="Installed">The file of its program; null when it is not there.</param>
/// <param name="Needed">Whether the configuration names it.</param>
internal sealed record AgentListing(AgentSummary Agent, string? Installed, bool Needed);
