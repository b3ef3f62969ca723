namespace Athene.Session.Workflows;

/// <summary>Asks for a session number, and for the issue to be this session's alone.</summary>
public sealed record ReservationRequest(string OperationId, string ProjectId, SpawnPlan Plan);
