namespace Athene.Contracts.Notifications;

/// <summary>One line of what a notification is about. The value may be anybody's words.</summary>
public sealed record NotificationFact(string Name, string Value);
