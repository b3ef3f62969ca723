namespace Athene.Session.Workflows;

/// <summary>A restore whose agent runs.</summary>
/// <param name="OldRuntime">Why the old terminal could not be ended; null when it could.</param>
public sealed record FinishedRestore(RestoreInput Input, SpawnTicket Ticket, FailedUndo? OldRuntime);
