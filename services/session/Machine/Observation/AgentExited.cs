namespace Athene.Session.Machine.Observation;

/// <summary>The agent ended; its terminal with the last screen is still there.</summary>
public sealed record AgentExited(string SessionId, int? Status, int? Signal) : RuntimeChange(SessionId);
