using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Notifier.Reporting;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Delivery;

/// <summary>Tells what one notifier has to tell, one thing after the other, however long it takes. Others have workers of their own.</summary>
public sealed partial class TargetWorker(
    Target target, DeliveryStore store, Wakeups wakeups, Attempts attempts, Instruments instruments, TimeProvider clock, ILogger<TargetWorker> logger)
{
    /// <summary>Beyond the time that a try may take: who made it and did not note its end by then is dead.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PauseWithoutStore = TimeSpan.FromMilliseconds(500);

    public string Name => target.Name;

    private TimeSpan Lease => target.Configuration.Delivery.Timeout + Grace;

    /// <summary>Does all that is due.</summary>
    /// <param name="stopping">Begins nothing more.</param>
    /// <param name="dying">Leaves also what was begun: until then a message on its way may arrive, and be noted.</param>
    /// <returns>When something is due next; null: nothing is.</returns>
    public async Task<DateTimeOffset?> RunRoundAsync(CancellationToken stopping, CancellationToken dying)
    {
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            var outbox = await store.OutboxAsync(target.Name, stopping);
            switch (NextStep.Of(outbox, target.Configuration.QuietHours, Lease, clock.GetUtcNow()))
            {
                case NextStep.Wait wait:
                    return wait.Until;
                case NextStep.Postpone step:
                    await store.ChangeAsync(target.Name, current => current.Postponed(step.Ids, step.Until), stopping);
                    break;
                case NextStep.Send step:
                    await SendAsync(step, dying);
                    break;
            }
        }
    }

    private async Task SendAsync(NextStep.Send step, CancellationToken cancellationToken)
    {
        var ids = step.Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        await store.ChangeAsync(target.Name, outbox => outbox.Sending(ids, step.Digest, clock.GetUtcNow()), cancellationToken);
        var kept = await store.NotificationsAsync([.. step.Entries.Select(entry => entry.Id)], cancellationToken);
        if (kept.Count == 0)
        {
            await GiveUpAsync(ids, "it is no longer kept", noTarget: false, cancellationToken);
            return;
        }

        Notification[] notifications = [.. kept.Select(document => document.Notification)];
        var message = new Message(step.Digest is { } digest ? DigestMessage.Of(digest, notifications) : notifications[0], step.UnansweredSince);
        var started = clock.GetTimestamp();
        var failure = await attempts.MakeAsync(target, message, cancellationToken);
        var settled = failure is null ? Outcome.Delivered : Fate(failure, step.Entries.Max(entry => entry.Attempts));
        instruments.Tried(target.Name, settled, clock.GetElapsedTime(started));
        if (failure is null) await SettleAsync(outbox => outbox.Delivered(ids), cancellationToken);
        else await FailAsync(failure, settled, step, ids, message.Notification, cancellationToken);
    }

    private Outcome Fate(ChannelException failure, int attempts) =>
        failure.IsPermanent || attempts >= target.Configuration.Delivery.Retries ? Outcome.GivenUp : Outcome.TriedAgain;

    private async Task FailAsync(
        ChannelException failure, Outcome fate, NextStep.Send step, HashSet<string> ids, Notification notification, CancellationToken cancellationToken)
    {
        var reason = attempts.ReasonOf(failure);
        if (fate is Outcome.GivenUp)
        {
            LogGivenUp(notification.Id, notification.SessionId, target.Name, reason);
            await GiveUpAsync(ids, reason, failure.IsMisconfigured, cancellationToken);
            return;
        }

        var pause = Backoff.After(
            target.Configuration.Delivery, step.Entries.Max(entry => entry.Attempts) + 1, failure.RetryAfter, Random.Shared.NextDouble());
        var now = clock.GetUtcNow();
        LogTriedAgain(notification.Id, notification.SessionId, target.Name, reason, Math.Round(pause.TotalSeconds, 1));
        await SettleAsync(outbox => outbox.TryAgain(ids, reason, failure.MayHaveArrived, now + pause), cancellationToken);
        // Who asks for a pause asks for it of everything.
        if (failure.RetryAfter is not null) await SettleAsync(outbox => outbox.Postponed(DueBefore(outbox, now + pause), now + pause), cancellationToken);
    }

    private async Task GiveUpAsync(HashSet<string> ids, string reason, bool noTarget, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await SettleAsync(outbox => outbox.GivenUp(ids, reason, noTarget, now), cancellationToken);
        wakeups.Wake(Reporter.Name);
    }

    private static HashSet<string> DueBefore(Outbox outbox, DateTimeOffset time) =>
        outbox.Open.Where(entry => entry.DueAt < time).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);

    // What was told must be noted, or it would be told again: as long as this process lives it goes on trying.
    private async Task SettleAsync(Func<Outbox, Outbox> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await store.ChangeAsync(target.Name, change, cancellationToken);
                return;
            }
            catch (Exception away) when (away is DaprException or HttpRequestException)
            {
                LogNotNoted(target.Name, away);
                await Task.Delay(PauseWithoutStore, clock, cancellationToken);
            }
        }
    }
}
