using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels;

/// <summary>What a channel is to tell.</summary>
/// <param name="MayHaveArrived">
/// Whether an earlier try ended without an answer, because a process died. A channel that can find out what arrived does so then.
/// </param>
public sealed record Message(Notification Notification, bool MayHaveArrived = false);
