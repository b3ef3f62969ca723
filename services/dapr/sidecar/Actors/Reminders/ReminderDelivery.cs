using System.Collections.Concurrent;
using Athene.Sidecar.Actors.Callbacks;
using Athene.Sidecar.Scheduling;

namespace Athene.Sidecar.Actors.Reminders;

/// <summary>
/// Reminds actors, in their turn, of what they asked to be reminded of. A reminder is kept until it has been delivered, even if the
/// sidecar dies in between; so a delivery whose answer was lost comes again.
/// </summary>
internal sealed partial class ReminderDelivery : IDisposable
{
    /// <summary>Deliveries under way at the same time for each actor type, so that an app which hangs does not hold up the others.</summary>
    private const int Concurrency = 256;

    /// <summary>Pause after a delivery failed for a reason that is not the actor's: mostly, that the database could not be read or written.</summary>
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromSeconds(10);

    /// <summary>The last tick may fall on the very end of the time to live; it counts, however long the way to it took.</summary>
    private static readonly TimeSpan ExpiryGrace = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DueReminder>> withoutHost = [];
    private readonly ConcurrentDictionary<string, SemaphoreSlim> underWay = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly ReminderStore store;
    private readonly ActorPlacement placement;
    private readonly ActorTurns turns;
    private readonly ActorAppClient client;
    private readonly TimeProvider clock;
    private readonly ILogger<ReminderDelivery> logger;
    private readonly TimerQueue<DueReminder> queue;

    public ReminderDelivery(ReminderStore store, ActorPlacement placement, ActorTurns turns, ActorAppClient client, TimeProvider clock, ILogger<ReminderDelivery> logger)
    {
        (this.store, this.placement, this.turns, this.client, this.clock, this.logger) = (store, placement, turns, client, clock, logger);
        queue = new TimerQueue<DueReminder>(clock, Deliver);
        placement.Arrived += Resume;
    }

    /// <summary>Takes up all reminders that are stored; those that came due in the meantime are delivered as soon as their app is there.</summary>
    public void Start()
    {
        var reminders = store.Load(clock.GetUtcNow());
        queue.AddRange(reminders);
        if (reminders.Count > 0) LogLoaded(reminders.Count);
    }

    /// <summary>Delivers nothing more; what is due stays due.</summary>
    public void Stop() => stopping.Cancel();

    /// <summary>A reminder has been stored and is due then.</summary>
    public void Expect(long version, string actorType, DateTimeOffset due) => queue.Add(new DueReminder(version, actorType, Failures: 0), due);

    public void Dispose()
    {
        placement.Arrived -= Resume;
        queue.Dispose();
        stopping.Dispose();
        foreach (var ofType in underWay.Values) ofType.Dispose();
    }

    private void Resume(IReadOnlyCollection<string> types)
    {
        lock (gate)
        {
            foreach (var type in types)
                if (withoutHost.Remove(type, out var waiting)) queue.AddRange(waiting.Select(due => (due, clock.GetUtcNow())));
        }
    }

    private void Deliver()
    {
        foreach (var due in queue.TakeDue()) _ = DeliverAsync(due);
    }

    private async Task DeliverAsync(DueReminder due)
    {
        try
        {
            var ofType = underWay.GetOrAdd(due.ActorType, static _ => new SemaphoreSlim(Concurrency));
            await ofType.WaitAsync(stopping.Token);
            try
            {
                await DeliverInTurnAsync(due);
            }
            finally
            {
                ofType.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException && stopping.IsCancellationRequested)
        {
            LogStaysDue(due.Version);
        }
        catch (Exception e)
        {
            // Nobody awaits this task: what is not caught here would lose the reminder until the next start.
            LogNotDelivered(e, due.Version, PauseAfterError);
            queue.Add(due, clock.GetUtcNow() + PauseAfterError);
        }
    }

    private async Task DeliverInTurnAsync(DueReminder due)
    {
        if (IsParked(due) || store.Find(due.Version) is not { } known) return;
        if (clock.GetUtcNow() > known.Schedule.Expires + ExpiryGrace)
        {
            LogExpired(known.Key);
            store.Remove(due.Version);
            return;
        }

        ActorTurn turn;
        try
        {
            turn = await turns.BeginAsync(known.Key.Actor, chain: null, stopping.Token);
        }
        catch (ActorException e)
        {
            if (!IsParked(due)) Settle(known, due, e.Message);
            return;
        }

        try
        {
            // It may have been deleted or overwritten while it waited for the turn.
            if (store.Find(due.Version) is not { } stored) return;
            var reminder = stored with { Schedule = stored.Schedule.CaughtUp(clock.GetUtcNow()) };
            Settle(reminder, due, await CallBackAsync(turn, reminder));
        }
        finally
        {
            turns.End(turn);
        }
    }

    /// <summary>Calls the actor; says what went wrong, or null.</summary>
    private async Task<string?> CallBackAsync(ActorTurn turn, Reminder reminder)
    {
        try
        {
            var answer = await client.CallBackAsync(turn, $"remind/{Uri.EscapeDataString(reminder.Key.Name)}", CallbackBody.OfReminder(reminder.Data));
            return answer.IsError ? "the actor answered with an error" : null;
        }
        catch (ActorException e)
        {
            return e.Message;
        }
    }

    private void Settle(Reminder reminder, DueReminder due, string? failure)
    {
        var now = clock.GetUtcNow();
        var step = failure is null ? reminder.AfterSuccess(now) : reminder.AfterFailure(due.Failures + 1, now);
        if (failure is not null) LogFailed(reminder.Key, due.Failures + 1, failure, step.Schedule is null ? null : step.At);
        if (step.Schedule is null) store.Remove(due.Version);
        else if (step.Schedule == reminder.Schedule || store.Update(due.Version, step.Schedule)) queue.Add(due with { Failures = step.Failures }, step.At);
    }

    /// <summary>Keeps a reminder that nobody hosts at the moment until somebody does.</summary>
    private bool IsParked(DueReminder due)
    {
        lock (gate)
        {
            if (placement.HostOf(due.ActorType) is not null) return false;
            if (!withoutHost.TryGetValue(due.ActorType, out var waiting)) withoutHost[due.ActorType] = waiting = [];
            waiting.Add(due);
            return true;
        }
    }
}
