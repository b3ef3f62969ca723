using Athene.Contracts.Notifications;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Delivery;

/// <summary>Takes what is to be told: stored once for all its notifiers, before anybody is told. A slow notifier delays nobody here.</summary>
public sealed partial class Intake(Routes routes, DeliveryStore store, Wakeups wakeups, TimeProvider clock, ILogger<Intake> logger)
{
    public async Task AcceptAsync(Notification notification, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var targets = routes.For(notification.Priority, notification.ProjectId);
        var kept = new KeptNotification(notification, now, [.. targets.Select(target => target.Name)]);
        var entries = targets.ToDictionary(
            target => target.Name,
            target => new Entry(notification.Id, notification.Priority, target.DueAt(notification.Priority, now)) { Gathered = target.Gathers(notification.Priority) });
        if (!await store.AcceptAsync(kept, entries, cancellationToken))
        {
            LogRepeated(notification.Id, notification.SessionId);
            return;
        }

        foreach (var target in targets) wakeups.Wake(target.Name);
    }
}
