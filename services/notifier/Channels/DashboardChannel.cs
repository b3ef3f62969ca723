namespace Athene.Notifier.Channels;

/// <summary>The list of what was told, which the notifier keeps of everything: to be accepted is to be on it.</summary>
public sealed class DashboardChannel : IChannel
{
    public Task SendAsync(Message message, CancellationToken cancellationToken) => Task.CompletedTask;
}
