namespace Athene.Session.Observing;

public sealed partial class RecordLoop
{
    [LoggerMessage(EventId = 421, Level = LogLevel.Warning, Message = "A round over the agents' records failed; the next one comes")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
