namespace Athene.Session.Queue;

public sealed partial class SpawnDispatcher
{
    [LoggerMessage(EventId = 280, Level = LogLevel.Warning, Message = "A look at the queue of spawns failed; the next one comes")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
