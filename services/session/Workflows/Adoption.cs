namespace Athene.Session.Workflows;

/// <summary>Asks for a worktree that exists to become a session's own.</summary>
public sealed record Adoption(SpawnTicket Ticket, string Path);
