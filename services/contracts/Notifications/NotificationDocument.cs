namespace Athene.Contracts.Notifications;

/// <summary>A notification, and where it was told.</summary>
public sealed record NotificationDocument(Notification Notification, DateTimeOffset ReceivedAt, IReadOnlyList<DeliveryDocument> Deliveries);
