using System.Threading.Channels;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.Resources;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.PubSub;

/// <summary>Brings one subscriber its messages: oldest first, several at once, each until it is settled.</summary>
internal sealed partial class DeliveryPump(
    SubscriberKey key, AppPresence presence, Broker broker, MessageStore store, DeliveryClient client, RetryPolicy retry, TimeProvider clock, ILogger<DeliveryPump> logger)
{
    /// <summary>Deliveries under way at the same time, as Dapr's Redis component has them by default.</summary>
    private const int Concurrency = 10;

    /// <summary>Pause after an app broke off, before it is asked again.</summary>
    private static readonly TimeSpan UnreachablePause = TimeSpan.FromMilliseconds(100);

    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<long> underWay = Channel.CreateBounded<long>(Concurrency);
    private volatile Subscription? subscription;

    /// <summary>Takes the subscription as the app has it now.</summary>
    public void Update(Subscription current) => subscription = current;

    /// <summary>There is something new to deliver.</summary>
    public void Wake() => wake.Writer.TryWrite(true);

    /// <summary>Delivers until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var last = 0L;
            while (true)
            {
                last = await DeliverDueAsync(last, cancellationToken);
                await wake.Reader.ReadAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(key.Topic, key.App);
        }
    }

    private async Task<long> DeliverDueAsync(long last, CancellationToken cancellationToken)
    {
        try
        {
            while (store.Due(key, last, Concurrency) is { Count: > 0 } due)
            {
                foreach (var id in due)
                {
                    await underWay.Writer.WriteAsync(id, cancellationToken);
                    _ = SettleAsync(id, cancellationToken);
                    last = id;
                }
            }
        }
        catch (SqliteException e)
        {
            LogUnreadable(e, key.Topic, key.App);
        }

        return last;
    }

    private async Task SettleAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await DeliverUntilSettledAsync(id, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogInterrupted(id, key.Topic, key.App);
        }
        catch (Exception e)
        {
            LogFailed(e, id, key.Topic, key.App);
        }
        finally
        {
            underWay.Reader.TryRead(out _);
        }
    }

    private async Task DeliverUntilSettledAsync(long id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ;)
        {
            await presence.WhenUpAsync(cancellationToken);
            if (store.Find(key, id) is not { } message || subscription is not { } current)
            {
                store.Settle(key, id);
                return;
            }

            switch (await client.DeliverAsync(presence.App, current, id, message, cancellationToken))
            {
                case DeliveryOutcome.Success:
                    store.Settle(key, id);
                    return;
                case DeliveryOutcome.Unreachable:
                    LogUnreachable(id, key.Topic, key.App);
                    await Task.Delay(UnreachablePause, clock, cancellationToken);
                    break;
                case DeliveryOutcome.Retry when retry.PauseBefore(attempt) is { } pause:
                    LogRefused(id, key.Topic, key.App, attempt, pause);
                    attempt++;
                    await Task.Delay(pause, clock, cancellationToken);
                    break;
                default:
                    LogGivenUp(id, key.Topic, key.App, attempt, current.DeadLetterTopic);
                    broker.GiveUp(key, id, message, current.DeadLetterTopic);
                    return;
            }
        }
    }
}
