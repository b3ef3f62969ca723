using System.Threading.Channels;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.Resources;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.PubSub;

/// <summary>Brings one subscriber its messages: oldest first, several at once, each until it is settled.</summary>
internal sealed partial class DeliveryPump(
    SubscriberKey key, AppPresence presence, Broker broker, MessageStore store, DeliveryClient client, CallPolicy policy, TimeProvider clock, ILogger<DeliveryPump> logger)
{
    /// <summary>Deliveries under way at the same time, as Dapr's Redis component has them by default.</summary>
    private const int Concurrency = 10;

    /// <summary>Pause after an app broke off, before it is asked again.</summary>
    private static readonly TimeSpan UnreachablePause = TimeSpan.FromMilliseconds(100);

    /// <summary>Pause after the store could not be read or written.</summary>
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    private readonly DeliveryQueue queue = new(key, store, clock);
    private readonly Channel<bool> underWay = Channel.CreateBounded<bool>(Concurrency);
    private volatile TaskCompletionSource<Subscription> subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes the subscription as the app has it now.</summary>
    public void Resume(Subscription subscription)
    {
        if (subscribed.TrySetResult(subscription)) return;
        var replacement = new TaskCompletionSource<Subscription>(TaskCreationOptions.RunContinuationsAsynchronously);
        replacement.SetResult(subscription);
        subscribed = replacement;
    }

    /// <summary>Starts nothing until the app subscribes again; then begins with what is due at that time.</summary>
    public void Pause()
    {
        if (subscribed.Task.IsCompleted) subscribed = new TaskCompletionSource<Subscription>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Restart();
    }

    /// <summary>There is something new to deliver.</summary>
    public void Wake() => queue.Wake();

    /// <summary>Delivers until <paramref name="stopping"/>; then ends when what is under way has ended, which <paramref name="abandoning"/> cuts short.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abandoning)
    {
        try
        {
            while (true) await StartNextAsync(stopping, abandoning);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            for (var slot = 0; slot < Concurrency; slot++) await underWay.Writer.WriteAsync(true, CancellationToken.None);
            LogStopped(key.Topic, key.App);
        }
    }

    private async Task StartNextAsync(CancellationToken stopping, CancellationToken abandoning)
    {
        await underWay.Writer.WriteAsync(true, stopping);
        var isUnderWay = false;
        try
        {
            var batch = await queue.NextAsync((await subscribed.Task.WaitAsync(stopping)).Bulk, stopping);
            await presence.WhenUpAsync(stopping);
            var current = await subscribed.Task.WaitAsync(stopping);
            isUnderWay = true;
            _ = DeliverAsync(current, batch, stopping, abandoning);
        }
        catch (SqliteException e)
        {
            LogUnreadable(e, key.Topic, key.App, StorePause);
            await Task.Delay(StorePause, clock, stopping);
            queue.Restart();
        }
        finally
        {
            if (!isUnderWay) underWay.Reader.TryRead(out _);
        }
    }

    private async Task DeliverAsync(Subscription subscription, List<DueMessage> batch, CancellationToken stopping, CancellationToken abandoning)
    {
        try
        {
            var outcomes = await client.DeliverAsync(presence.App, subscription, batch, policy.Timeout, abandoning);
            await SettleAsync(subscription, [.. batch.Zip(outcomes)], stopping);
        }
        catch (OperationCanceledException) when (abandoning.IsCancellationRequested)
        {
            LogInterrupted(batch.Count, key.Topic, key.App);
        }
        catch (Exception e)
        {
            LogFailed(e, batch.Count, key.Topic, key.App, StorePause);
            foreach (var due in batch) RetryLater(due.Id, due.Attempt, StorePause, stopping);
        }
        finally
        {
            underWay.Reader.TryRead(out _);
        }
    }

    private async Task SettleAsync(Subscription subscription, IReadOnlyList<(DueMessage Due, DeliveryOutcome Outcome)> batch, CancellationToken stopping)
    {
        List<long> taken = [];
        foreach (var (due, outcome) in batch)
        {
            switch (outcome)
            {
                case DeliveryOutcome.Success:
                    taken.Add(due.Id);
                    break;
                case DeliveryOutcome.Unreachable:
                    LogUnreachable(due.Id, key.Topic, key.App);
                    RetryLater(due.Id, due.Attempt, UnreachablePause, stopping);
                    break;
                case DeliveryOutcome.Retry when policy.Retry.PauseBefore(due.Attempt) is { } pause:
                    LogRefused(due.Id, key.Topic, key.App, due.Attempt, pause);
                    RetryLater(due.Id, due.Attempt + 1, pause, stopping);
                    break;
                default:
                    LogGivenUp(due.Id, key.Topic, key.App, due.Attempt, subscription.DeadLetterTopic);
                    await broker.GiveUpAsync(key, due.Id, due.Message, subscription.DeadLetterTopic);
                    break;
            }
        }

        if (taken.Count > 0) await store.SettleAsync(key, taken);
    }

    private void RetryLater(long id, int attempt, TimeSpan pause, CancellationToken stopping) => _ = queue.RetryAsync(id, attempt, pause, stopping);
}
