namespace Athene.Session.Observing;

public sealed partial class ObservationLoop
{
    [LoggerMessage(EventId = 410, Level = LogLevel.Warning, Message = "A look at the machine failed; the next one comes")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
