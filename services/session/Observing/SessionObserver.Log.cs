using Athene.Contracts.Lifecycle;

namespace Athene.Session.Observing;

public sealed partial class SessionObserver
{
    [LoggerMessage(EventId = 400, Level = LogLevel.Information, Message = "Session {SessionId} is {Activity}, its runtime {RuntimeState}")]
    private static partial void LogChanged(ILogger logger, string sessionId, Activity activity, RuntimeState runtimeState);

    [LoggerMessage(EventId = 401, Level = LogLevel.Warning, Message = "A look at the machine failed; the next one comes")]
    private static partial void LogUnseen(ILogger logger, Exception exception);
}
