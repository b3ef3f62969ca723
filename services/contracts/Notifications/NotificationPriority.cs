namespace Athene.Contracts.Notifications;

/// <summary>How much a notification matters to a person.</summary>
public enum NotificationPriority
{
    Urgent,
    Action,
    Warning,
    Info,
}
