using Athene.Session.History;

namespace Athene.Session.Queue;

/// <summary>Looks at the queue whenever a session ends or a spawn comes, and from time to time while spawns wait: memory and days pass without a word.</summary>
public sealed partial class SpawnDispatcher(
    SpawnAdmission admission, QueueMessenger messenger, EventFeed feed, TimeProvider time, ILogger<SpawnDispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan WhileSomebodyWaits = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Listen before looking, so that nothing falls between the two.
            using var happenings = feed.Listen();
            var woken = admission.NextAsync();
            var patience = await RoundAsync(stoppingToken);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(woken, UntilRoomAsync(happenings, limit.Token), Task.Delay(patience, time, limit.Token));
            await limit.CancelAsync();
        }
    }

    /// <returns>How long nothing need be looked at unless something happens.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            var queue = await admission.AdmitAsync(stoppingToken);
            await messenger.DeliverAsync(queue, stoppingToken);
            return queue.Entries.Count == 0 ? Timeout.InfiniteTimeSpan : WhileSomebodyWaits;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The queue must go on whatever it was: without it no spawn would ever begin again.
            LogRoundFailed(logger, failure);
            return AfterFailure;
        }
        catch (OperationCanceledException)
        {
            return Timeout.InfiniteTimeSpan;
        }
    }

    private static async Task UntilRoomAsync(EventFeed.Subscription happenings, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var happened in happenings.Reader.ReadAllAsync(cancellationToken))
            {
                if (happened.Kind is EventKinds.Killed or EventKinds.Transitioned or EventKinds.SpawnFailed or EventKinds.Spawned) return;
            }
        }
        catch (OperationCanceledException)
        {
            // Something else came first, or the service stops.
        }
    }
}
