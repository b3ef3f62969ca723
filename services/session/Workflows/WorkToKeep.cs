namespace Athene.Session.Workflows;

/// <summary>A session whose unsaved work is to be kept; the stamp names the rescue, so that a repeated step makes no second one.</summary>
public sealed record WorkToKeep(SpawnTicket Ticket, string Stamp);
