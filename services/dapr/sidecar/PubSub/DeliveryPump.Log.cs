namespace Athene.Sidecar.PubSub;

internal sealed partial class DeliveryPump
{
    [LoggerMessage(LogLevel.Information, "Message {Message} of {Topic} was refused by {AppId} (attempt {Attempt}); next try in {Pause}")]
    private partial void LogRefused(long message, string topic, string appId, int attempt, TimeSpan pause);

    [LoggerMessage(LogLevel.Warning, "Message {Message} of {Topic} was refused by {AppId} after {Attempts} attempts; dead-letter topic '{DeadLetterTopic}'")]
    private partial void LogGivenUp(long message, string topic, string appId, int attempts, string deadLetterTopic);

    [LoggerMessage(LogLevel.Information, "Message {Message} of {Topic}: {AppId} is not there; it stays due")]
    private partial void LogUnreachable(long message, string topic, string appId);

    [LoggerMessage(LogLevel.Debug, "Message {Message} of {Topic} stays due for {AppId}: the sidecar stops")]
    private partial void LogInterrupted(long message, string topic, string appId);

    [LoggerMessage(LogLevel.Error, "Message {Message} of {Topic} could not be delivered to {AppId}; it stays due until the next start")]
    private partial void LogFailed(Exception exception, long message, string topic, string appId);

    [LoggerMessage(LogLevel.Error, "What is due of {Topic} for {AppId} could not be read; the next message brings another try")]
    private partial void LogUnreadable(Exception exception, string topic, string appId);

    [LoggerMessage(LogLevel.Debug, "Deliveries of {Topic} to {AppId} end: the sidecar stops")]
    private partial void LogStopped(string topic, string appId);
}
