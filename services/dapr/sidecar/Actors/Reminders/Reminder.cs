using Athene.Sidecar.Actors.Callbacks;

namespace Athene.Sidecar.Actors.Reminders;

/// <summary>A reminder as it is stored.</summary>
/// <param name="Version">Tells this reminder from a later one of the same name.</param>
/// <param name="Data">JSON; null when none was given.</param>
/// <param name="DueTime">As it was given, for those who read it back.</param>
internal sealed record Reminder(long Version, ReminderKey Key, byte[]? Data, string DueTime, TickSchedule Schedule, FailurePolicy FailurePolicy)
{
    /// <summary>What follows on a delivery that succeeded.</summary>
    public ReminderStep AfterSuccess(DateTimeOffset now) => Schedule.AfterTick(now) is { } next ? new ReminderStep(next, next.Next, Failures: 0) : ReminderStep.End;

    /// <summary>
    /// What follows on a delivery that failed. Retries of a tick end where the next tick begins. Under a policy that gives up, the tick
    /// counts all the same; otherwise only ticks that succeeded do.
    /// </summary>
    /// <param name="failures">Failures of this tick so far, this one included.</param>
    public ReminderStep AfterFailure(int failures, DateTimeOffset now)
    {
        if (FailurePolicy.PauseBefore(failures) is not { } pause) return AfterSuccess(now);
        var retry = now + pause;
        if (retry > Schedule.Expires) return ReminderStep.End;
        if (Schedule.Period?.NextAfter(Schedule.Next, now) is not { } tick || tick > retry) return new ReminderStep(Schedule, retry, failures);
        if (FailurePolicy.MaxRetries is not null) return AfterSuccess(now);
        return tick > Schedule.Expires ? ReminderStep.End : new ReminderStep(Schedule with { Next = tick }, tick, Failures: 0);
    }
}
