using Athene.Contracts.Notifications;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Delivery;

/// <summary>What was told and what was not, for people to look at.</summary>
public sealed class Board(DeliveryStore store, Targets targets)
{
    /// <summary>The newest notifications, newest first; or all that some notifier gave up.</summary>
    /// <param name="to">Only those that this notifier was to tell.</param>
    public async Task<NotificationList> ListAsync(int limit, string? to, bool failed, CancellationToken cancellationToken)
    {
        var outboxes = await OutboxesAsync([.. targets.All.Select(target => target.Name)], cancellationToken);
        IEnumerable<string> ids = failed
            ? outboxes.Where(outbox => to is null || outbox.Key == to).SelectMany(outbox => outbox.Value.Failed).Select(entry => entry.Id).Distinct()
            : (await store.JournalAsync(cancellationToken)).Ids.Reverse();
        var kept = await store.NotificationsAsync([.. to is null ? ids.Take(limit) : ids], cancellationToken);
        return new NotificationList(
        [
            .. kept.Where(document => to is null || document.Targets.Contains(to)).OrderByDescending(document => document.ReceivedAt).Take(limit)
                .Select(document => Describe(document, outboxes)),
        ]);
    }

    public async Task<NotificationDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } kept) return null;
        return Describe(kept, await OutboxesAsync(kept.Targets, cancellationToken));
    }

    private async Task<Dictionary<string, Outbox>> OutboxesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var outboxes = await Task.WhenAll(names.Select(name => store.OutboxAsync(name, cancellationToken)));
        return names.Zip(outboxes).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static NotificationDocument Describe(KeptNotification kept, Dictionary<string, Outbox> outboxes) => new(
        kept.Notification, kept.ReceivedAt, [.. kept.Targets.Select(name => Describe(kept.Notification.Id, name, outboxes.GetValueOrDefault(name, Outbox.Empty)))]);

    // What an outbox no longer knows was told.
    private static DeliveryDocument Describe(string id, string target, Outbox outbox)
    {
        if (outbox.Open.FirstOrDefault(entry => entry.Id == id) is { } open)
            return new DeliveryDocument(target, DeliveryState.Waiting, open.Attempts, open.DueAt, open.Error);
        return outbox.Failed.FirstOrDefault(entry => entry.Id == id) is { } failed
            ? new DeliveryDocument(target, DeliveryState.Failed, failed.Attempts, null, failed.Error)
            : new DeliveryDocument(target, DeliveryState.Delivered);
    }
}
