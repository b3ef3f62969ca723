namespace Athene.Notifier.Delivery;

public sealed partial class Courier
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {NotificationId} of session {SessionId} did not get through {Channel}; it is tried again")]
    private partial void LogFailed(string notificationId, string? sessionId, string channel, Exception exception);
}
