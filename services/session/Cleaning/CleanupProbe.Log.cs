namespace Athene.Session.Cleaning;

public sealed partial class CleanupProbe
{
    [LoggerMessage(EventId = 260, Level = LogLevel.Warning, Message = "Whether {Asked} of session {SessionId} is finished is not known; the session goes on")]
    private static partial void LogUnanswered(ILogger logger, Exception exception, string sessionId, string asked);
}
