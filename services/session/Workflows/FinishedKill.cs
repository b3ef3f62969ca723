namespace Athene.Session.Workflows;

/// <summary>A kill that has done what it could on the machine.</summary>
public sealed record FinishedKill(KillInput Input, SpawnTicket Ticket, string? RescueRef, IReadOnlyList<FailedUndo> Failures);
