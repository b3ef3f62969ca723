using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Delivery;

/// <summary>Brings each notification to each of its channels, once. A channel that fails does not hold up the others.</summary>
public sealed partial class Courier(Routes routes, DeliveryLedger ledger, ILogger<Courier> logger)
{
    /// <summary>False: a channel did not get it; it has to come again.</summary>
    public async Task<bool> DeliverAsync(Notification notification, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(routes.For(notification.Priority).Select(channel => DeliverAsync(channel, notification, cancellationToken)));
        return outcomes.All(delivered => delivered);
    }

    private async Task<bool> DeliverAsync(IChannel channel, Notification notification, CancellationToken cancellationToken)
    {
        var claim = await ledger.ClaimAsync(channel.Name, notification.Id, cancellationToken);
        if (claim is not Claim.Granted) return claim is Claim.AlreadyDelivered;
        try
        {
            await channel.SendAsync(notification, cancellationToken);
        }
        catch (ChannelException exception)
        {
            LogFailed(notification.Id, notification.SessionId, channel.Name, exception);
            await ledger.GiveBackAsync(channel.Name, notification.Id, cancellationToken);
            return false;
        }

        await ledger.ConfirmAsync(channel.Name, notification.Id, cancellationToken);
        return true;
    }
}
