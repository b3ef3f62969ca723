using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels;

/// <summary>The service's own log, which is always there.</summary>
public sealed partial class LogChannel(ILogger<LogChannel> logger) : IChannel
{
    public Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var notification = message.Notification;
        var level = notification.Priority switch
        {
            NotificationPriority.Urgent or NotificationPriority.Warning => LogLevel.Warning,
            _ => LogLevel.Information,
        };
        LogNotification(level, notification.Priority, notification.Title, notification.Body, notification.SessionId, notification.Id);
        return Task.CompletedTask;
    }
}
