namespace Athene.Sidecar.PubSub;

internal sealed partial class DeliveryPump
{
    [LoggerMessage(LogLevel.Information, "Message {Message} of {Topic} was refused by {AppId} (attempt {Attempt}); next try in {Pause}")]
    private partial void LogRefused(long message, string topic, string appId, int attempt, TimeSpan pause);

    [LoggerMessage(LogLevel.Warning, "Message {Message} of {Topic} was refused by {AppId} after {Attempts} attempts; dead-letter topic '{DeadLetterTopic}'")]
    private partial void LogGivenUp(long message, string topic, string appId, int attempts, string deadLetterTopic);

    [LoggerMessage(LogLevel.Information, "Message {Message} of {Topic}: {AppId} is not there; it stays due")]
    private partial void LogUnreachable(long message, string topic, string appId);

    [LoggerMessage(LogLevel.Information, "{Count} messages of {Topic} stay due for {AppId}: the sidecar stops and the app has not answered")]
    private partial void LogInterrupted(int count, string topic, string appId);

    [LoggerMessage(LogLevel.Error, "{Count} messages of {Topic} could not be delivered to {AppId} or settled; they stay due and come again in {Pause}")]
    private partial void LogFailed(Exception exception, int count, string topic, string appId, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "What is due of {Topic} for {AppId} could not be read; next try in {Pause}")]
    private partial void LogUnreadable(Exception exception, string topic, string appId, TimeSpan pause);

    [LoggerMessage(LogLevel.Debug, "Deliveries of {Topic} to {AppId} have ended: the sidecar stops")]
    private partial void LogStopped(string topic, string appId);
}
