using System.Globalization;

namespace Athene.Sidecar.Actors.Callbacks;

/// <summary>When a callback is due: its next tick, and how it goes on from there.</summary>
/// <param name="Next">The tick that is due next.</param>
/// <param name="Left">How many ticks there still are, this one included; null for no end.</param>
/// <param name="Expires">No tick is due after this; null for never.</param>
internal sealed record TickSchedule(DateTimeOffset Next, TickPeriod? Period, int? Left, DateTimeOffset? Expires)
{
    /// <summary>Reads the texts of a request; empty ones were not given.</summary>
    /// <param name="dueTime">A duration from now, or a time of day in RFC 3339.</param>
    /// <param name="timeToLive">A duration from the first tick, or a time of day in RFC 3339.</param>
    /// <exception cref="FormatException">One of them is not what it should be; the message says which.</exception>
    public static TickSchedule Read(string dueTime, TickPeriod? period, string timeToLive, DateTimeOffset now)
    {
        var first = dueTime.Length == 0 ? now : ReadTime("due time", dueTime, now);
        DateTimeOffset? expires = timeToLive.Length == 0 ? null : ReadTime("TTL", timeToLive, first);
        if (expires < now || expires < first) throw new FormatException($"it has already expired: dueTime: {dueTime} TTL: {timeToLive}");
        // A second tick that no calendar has is refused now and not when the first is done with.
        if (period is { Ticks: not 1 }) _ = period.Span.After(first);
        return new TickSchedule(first, period, period?.Ticks, expires);
    }

    /// <summary>The same without the ticks that were missed, but for the last of them.</summary>
    public TickSchedule CaughtUp(DateTimeOffset now) => Period is null ? this : this with { Next = Period.Latest(Next, now) };

    /// <summary>What follows when the tick is done with; null when nothing does.</summary>
    public TickSchedule? AfterTick(DateTimeOffset now)
    {
        if (Period is null || Left == 1) return null;
        var next = Period.NextAfter(Next, now);
        return next > Expires ? null : this with { Next = next, Left = Left - 1 };
    }

    private static DateTimeOffset ReadTime(string what, string text, DateTimeOffset from)
    {
        if (DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time;
        try
        {
            return CalendarSpan.Parse(text).After(from);
        }
        catch (FormatException e)
        {
            throw new FormatException($"error parsing {what}: {e.Message}", e);
        }
    }
}
