using Athene.Contracts.Errors;
using Athene.Contracts.Notifications;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Delivery;

/// <summary>Sends again what was given up, when a person asks for it.</summary>
public sealed class Retries(DeliveryStore store, Targets targets, Board board, Wakeups wakeups, TimeProvider clock)
{
    /// <exception cref="AtheneException">There is no such notification, or no notifier gave it up.</exception>
    public async Task<NotificationDocument> RetryAsync(string id, RetryRequest request, CancellationToken cancellationToken)
    {
        var document = await board.FindAsync(id, cancellationToken) ?? throw new AtheneException(
            ErrorTypes.NotificationNotFound, StatusCodes.Status404NotFound, $"There is no notification '{id}'.", "See: athene notifications ls");
        string[] failed =
        [
            .. document.Deliveries.Where(delivery => delivery.State is DeliveryState.Failed && (request.To is null || delivery.To == request.To))
                .Select(delivery => delivery.To).Where(name => targets.TryFind(name, out _)),
        ];
        if (failed.Length == 0)
        {
            throw new AtheneException(
                ErrorTypes.NotificationNotFailed, StatusCodes.Status409Conflict,
                $"{(request.To is { } to ? $"Notifier '{to}'" : "No notifier")} gave up notification '{id}'.", "Only what failed is sent again; see: athene notifications ls --failed");
        }

        foreach (var name in failed)
        {
            await store.ChangeAsync(name, outbox => outbox.Retried(id, clock.GetUtcNow()), cancellationToken);
            wakeups.Wake(name);
        }

        return await board.FindAsync(id, cancellationToken) ?? document;
    }
}
