namespace Athene.Session.Workflows;

/// <summary>Asks for the agent to be started.</summary>
public sealed record LaunchRequest(SpawnTicket Ticket, string? Subagent);
