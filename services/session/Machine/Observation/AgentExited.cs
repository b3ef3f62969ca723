namespace Athene.Session.Machine.Observation;

/// <summary>The agent ended; its terminal with the last screen is still there. Told a second time when how it ended becomes known later.</summary>
public sealed record AgentExited(string SessionId, int? Status, int? Signal) : RuntimeChange(SessionId);
