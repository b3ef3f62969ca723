namespace Athene.Session.Spending;

public sealed partial class BudgetPatrol
{
    [LoggerMessage(EventId = 290, Level = LogLevel.Warning, Message = "Session {SessionId} is ended: the budget of {Budget} is spent")]
    private static partial void LogStopped(ILogger logger, string sessionId, string budget);

    [LoggerMessage(EventId = 291, Level = LogLevel.Error, Message = "What was spent could not be looked at; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 292, Level = LogLevel.Error, Message = "What the spent budget of {Budget} demands of session {SessionId} could not be done; it is tried again")]
    private static partial void LogNotHeeded(ILogger logger, Exception exception, string sessionId, string budget);
}
