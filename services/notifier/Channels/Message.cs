using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels;

/// <summary>What a channel is to tell.</summary>
/// <param name="UnansweredSince">
/// When the first try began that ended without an answer, because a process or a connection died; null: none did. A channel that can find out whether
/// it arrived does so then.
/// </param>
public sealed record Message(Notification Notification, DateTimeOffset? UnansweredSince = null);
