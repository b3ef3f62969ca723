using Athene.Sidecar.Actors.Callbacks;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Actors.Reminders;

/// <summary>The reminders that apps ask for, read back and delete. Only an app that hosts a type may do so for its actors.</summary>
internal sealed class ActorReminders(ReminderStore store, ReminderDelivery delivery, ActorPlacement placement, TimeProvider clock)
{
    /// <summary>Stores the reminder; from now on it comes, whatever happens to the sidecar.</summary>
    /// <exception cref="ActorException">The app does not host the type, the reminder is not valid, or there is one and it is not to be overwritten.</exception>
    public void Register(HostedApp app, ReminderRequest request)
    {
        RequireHosted(app, request.Key.Actor);
        var schedule = ReadSchedule(request);
        var version = store.Add(request, schedule) ?? throw new ActorException(ActorFault.ReminderExists, request.Key.Name);
        delivery.Expect(version, request.Key.Actor.Type, schedule.Next);
    }

    /// <summary>The reminder as it stands.</summary>
    /// <exception cref="ActorException">The app does not host the type, or there is no such reminder.</exception>
    public Reminder Get(HostedApp app, ReminderKey key)
    {
        RequireHosted(app, key.Actor);
        return store.Find(key) ?? throw new ActorException(ActorFault.ReminderNotFound, key.Name);
    }

    /// <summary>Deletes the reminder if there is one.</summary>
    /// <exception cref="ActorException">The app does not host the type.</exception>
    public void Unregister(HostedApp app, ReminderKey key)
    {
        RequireHosted(app, key.Actor);
        store.Remove(key);
    }

    private void RequireHosted(HostedApp app, ActorKey actor)
    {
        if (!placement.TypesOf(app).Contains(actor.Type)) throw ActorException.NotHosted();
    }

    private TickSchedule ReadSchedule(ReminderRequest request)
    {
        if (request.DueTime.Length == 0 && request.Period.Length == 0)
            throw new ActorException(ActorFault.ReminderInvalid, "rpc error: code = Unknown desc = job failed validation: job must have either a due time or a schedule");
        TickPeriod? period;
        try
        {
            period = TickPeriod.Parse(request.Period);
        }
        catch (FormatException)
        {
            throw new ActorException(ActorFault.ReminderInvalid, $"unsupported period format: {request.Period}");
        }

        try
        {
            var now = clock.GetUtcNow();
            // Without a due time a reminder begins with the end of its first period, a timer at once.
            var start = request.DueTime.Length == 0 && period is not null ? period.NextAfter(now, now) : now;
            return TickSchedule.Read(request.DueTime, period, request.TimeToLive, start);
        }
        catch (FormatException e)
        {
            throw new ActorException(ActorFault.ReminderInvalid, e.Message);
        }
    }
}
