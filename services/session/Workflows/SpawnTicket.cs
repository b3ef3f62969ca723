namespace Athene.Session.Workflows;

/// <summary>Names one spawn and its session; all that most steps need, the rest is in the record.</summary>
public sealed record SpawnTicket(string OperationId, string ProjectId, string SessionId);
