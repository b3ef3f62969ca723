namespace Athene.TrackerBridge.Sessions;

public sealed partial class IssueSessions
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue} of project {ProjectId} has session {SessionId}: live {Live}")]
    private partial void LogNoted(string issue, string projectId, string sessionId, bool live);
}
