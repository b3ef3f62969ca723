namespace Athene.Contracts.Notifications;

/// <summary>Something a person should hear of, once a channel.</summary>
public sealed record Notification(
    string Id, NotificationPriority Priority, string Title, string Body, string? SessionId = null, IReadOnlyList<string>? Links = null);
