namespace Athene.Session.Workflows;

/// <summary>Asks for a session number, and for the issue to be this session's alone.</summary>
/// <param name="Queued">The spawn leaves the queue by this.</param>
public sealed record ReservationRequest(string OperationId, string ProjectId, SpawnPlan Plan, bool Queued = false);
