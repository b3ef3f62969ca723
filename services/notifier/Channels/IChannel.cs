namespace Athene.Notifier.Channels;

/// <summary>One way to reach a person.</summary>
public interface IChannel
{
    /// <summary>Whether there is anybody to reach where this service runs; where not, others are told instead.</summary>
    bool IsAvailable => true;

    /// <exception cref="ChannelException">It did not get through.</exception>
    Task SendAsync(Message message, CancellationToken cancellationToken);

    /// <summary>Asks the other end whether it would take something, without telling anybody anything; what is wrong, or null.</summary>
    Task<string?> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
