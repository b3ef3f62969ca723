namespace Athene.Notifier.Delivery;

public sealed partial class Intake
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Notification {NotificationId} of session {SessionId} was taken before; it is not told again")]
    private partial void LogRepeated(string notificationId, string? sessionId);
}
