using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;

namespace Athene.Notifier.Routing;

/// <summary>A notifier of the configuration with its channel.</summary>
public sealed record Target(NotifierConfiguration Configuration, IChannel Channel)
{
    public string Name => Configuration.Name;

    public bool IsUsable => Channel is not UnusableChannel;

    /// <summary>Whether it is told with others, and not by itself.</summary>
    public bool Gathers(NotificationPriority priority) => Configuration.Digest?.Priorities.Contains(priority) is true;

    /// <summary>When something that comes <paramref name="now"/> is to be told; quiet hours are looked at then.</summary>
    public DateTimeOffset DueAt(NotificationPriority priority, DateTimeOffset now) =>
        Gathers(priority) ? Configuration.Digest!.NextAfter(now) : now;
}
