namespace Athene.Session.Workflows;

/// <summary>What a kill found when it began.</summary>
/// <param name="AlreadyTerminated">Nothing is left to do.</param>
public sealed record KillPlan(bool AlreadyTerminated, SpawnTicket Ticket);
