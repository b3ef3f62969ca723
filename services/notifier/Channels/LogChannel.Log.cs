using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels;

public sealed partial class LogChannel
{
    [LoggerMessage(Message = "Notification ({Priority}) {Title}: {Body} [session {SessionId}, {NotificationId}]")]
    private partial void LogNotification(
        LogLevel level, NotificationPriority priority, string title, string body, string? sessionId, string notificationId);
}
