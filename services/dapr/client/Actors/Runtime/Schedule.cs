namespace Athene.Dapr.Actors.Runtime;

/// <summary>The rules for when reminders and timers may come.</summary>
internal static class Schedule
{
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or it ends before it begins.</exception>
    public static void Check(TimeSpan dueTime, TimeSpan period, TimeSpan? ttl)
    {
        if (dueTime < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(dueTime), dueTime, "The due time must not be negative.");
        if (period < Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(period), period, "The period must not be negative, other than -1 ms for none.");
        if (ttl < dueTime) throw new ArgumentOutOfRangeException(nameof(ttl), ttl, $"It would end before it is due, after {dueTime}.");
    }
}
