namespace Athene.Contracts.Notifications;

/// <summary>Asks to send something to see whether it arrives.</summary>
/// <param name="To">The notifier; null: all that a notification of that priority and project goes to.</param>
public sealed record TrialRequest(string? To = null, string? ProjectId = null, NotificationPriority Priority = NotificationPriority.Info);
