namespace Athene.Dapr.Actors.Runtime;

/// <summary>Reminders and timers that the sidecar keeps.</summary>
internal sealed class SidecarTimerManager(ActorApi actors) : ActorTimerManager
{
    public override Task RegisterReminderAsync(ActorReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return actors.SetReminderAsync(
            reminder.ActorType, reminder.ActorId.GetId(), reminder.Name, ScheduleJson.Of(reminder), CancellationToken.None);
    }

    public override async Task<IActorReminder?> GetReminderAsync(ActorReminderToken reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        var body = await actors.GetReminderAsync(reminder.ActorType, reminder.ActorId.GetId(), reminder.Name, CancellationToken.None);
        if (body is null) return null;
        var found = ScheduleJson.ReadFiring(body);
        var dueTime = found.DueTime < TimeSpan.Zero ? TimeSpan.Zero : found.DueTime;
        return new ActorReminder(reminder.ActorType, reminder.ActorId, reminder.Name, found.Data, dueTime, found.Period);
    }

    public override Task UnregisterReminderAsync(ActorReminderToken reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return actors.DeleteReminderAsync(reminder.ActorType, reminder.ActorId.GetId(), reminder.Name, CancellationToken.None);
    }

    public override Task RegisterTimerAsync(ActorTimer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return actors.SetTimerAsync(timer.ActorType, timer.ActorId.GetId(), timer.Name, ScheduleJson.Of(timer), CancellationToken.None);
    }

    public override Task UnregisterTimerAsync(ActorTimerToken timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return actors.DeleteTimerAsync(timer.ActorType, timer.ActorId.GetId(), timer.Name, CancellationToken.None);
    }
}
