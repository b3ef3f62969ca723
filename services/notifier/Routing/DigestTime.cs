using Athene.Configuration.Notifiers;

namespace Athene.Notifier.Routing;

/// <summary>When a digest is told. Pure.</summary>
public static class DigestTime
{
    /// <summary>The next time after <paramref name="now"/>; hours are counted from midnight UTC, so that every process says the same.</summary>
    public static DateTimeOffset NextAfter(this DigestPlan plan, DateTimeOffset now)
    {
        if (plan.Every is { } every)
        {
            var ticks = (now.UtcTicks / every.Ticks) + 1;
            return new DateTimeOffset(ticks * every.Ticks, TimeSpan.Zero);
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, plan.TimeZone).DateTime);
        var today = QuietTime.Moment(day, plan.At!.Value, plan.TimeZone);
        return today > now ? today : QuietTime.Moment(day.AddDays(1), plan.At.Value, plan.TimeZone);
    }
}
