namespace Athene.Contracts.Notifications;

/// <summary>Notifications, newest first.</summary>
public sealed record NotificationList(IReadOnlyList<NotificationDocument> Data);
