namespace Athene.Session.Observing;

public sealed partial class RecordObserver
{
    [LoggerMessage(EventId = 420, Level = LogLevel.Warning, Message = "The own record of {Agent} in session {SessionId} cannot be read; its terminal tells what it does")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string sessionId, string agent);
}
