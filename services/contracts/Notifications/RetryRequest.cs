namespace Athene.Contracts.Notifications;

/// <summary>Asks to send a notification again that a notifier gave up.</summary>
/// <param name="To">The notifier; null: all that gave it up.</param>
public sealed record RetryRequest(string? To = null);
