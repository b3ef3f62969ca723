using Athene.Configuration.Notifiers;

namespace Athene.Notifier.Channels;

/// <summary>Stands where the configuration names a way that there is not, so that what goes there is seen to fail instead of disappearing.</summary>
public sealed class UnusableChannel(NotifierSettings settings) : IChannel
{
    public Task SendAsync(Message message, CancellationToken cancellationToken) =>
        throw new ChannelException(settings.Problems(_ => null).FirstOrDefault() ?? "it cannot be used") { IsPermanent = true, IsMisconfigured = true };
}
