namespace Athene.Cli.Agents;

/// <summary>What <c>athene agents</c> shows.</summary>
internal sealed record AgentList(IReadOnlyList<AgentListing> Data);
