using Athene.Contracts.Notifications;

namespace Athene.Notifier.Channels;

/// <summary>One way to reach a person.</summary>
public interface IChannel
{
    /// <summary>What a configuration calls it.</summary>
    string Name { get; }

    /// <summary>Whether it can reach anybody where this service runs.</summary>
    bool IsAvailable { get; }

    /// <exception cref="ChannelException">It did not get through; it may another time.</exception>
    Task SendAsync(Notification notification, CancellationToken cancellationToken);
}
