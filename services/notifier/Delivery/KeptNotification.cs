using Athene.Contracts.Notifications;

namespace Athene.Notifier.Delivery;

/// <summary>A notification as it was accepted; one document of the state store, by which it is known when it comes again.</summary>
/// <param name="Targets">The notifiers that were to tell it.</param>
public sealed record KeptNotification(Notification Notification, DateTimeOffset ReceivedAt, IReadOnlyList<string> Targets);
