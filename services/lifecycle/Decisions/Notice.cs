using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Decisions;

/// <summary>Something to tell a person.</summary>
/// <param name="Kind">What it is about, in one word; the same news about the same event is told once.</param>
public sealed record Notice(string Kind, NotificationPriority Priority, string Title, string Body);
