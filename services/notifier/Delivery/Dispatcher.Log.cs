namespace Athene.Notifier.Delivery;

public sealed partial class Dispatcher
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The round of {Target} failed; the next one comes soon")]
    private partial void LogRoundFailed(string target, Exception exception);
}
