namespace Athene.Contracts.Notifications;

/// <summary>How far a notification got with one notifier.</summary>
/// <param name="To">The notifier's name.</param>
/// <param name="Attempts">Tries that failed.</param>
/// <param name="NextAt">When it is tried next; null: not by itself.</param>
/// <param name="Error">Why the last try failed, without any secret.</param>
public sealed record DeliveryDocument(string To, DeliveryState State, int Attempts = 0, DateTimeOffset? NextAt = null, string? Error = null);
