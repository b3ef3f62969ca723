namespace Athene.TrackerBridge.Sessions;

/// <summary>The session that works, or last worked, on an issue.</summary>
/// <param name="EventId">The event that this is known from; older ones change nothing.</param>
public sealed record IssueSession(string ProjectId, string Issue, string SessionId, bool Live, long EventId);
