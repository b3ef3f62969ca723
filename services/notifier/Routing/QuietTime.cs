using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Routing;

/// <summary>Whether a notifier keeps still at a time. Pure.</summary>
public static class QuietTime
{
    /// <summary>When the quiet hours end that <paramref name="now"/> falls into; null: it falls into none, or this priority passes.</summary>
    public static DateTimeOffset? EndFor(this QuietHours? quiet, NotificationPriority priority, DateTimeOffset now) =>
        quiet is null || (quiet.UrgentPasses && priority is NotificationPriority.Urgent) ? null : EndAt(quiet, now);

    /// <summary>When the quiet hours end that <paramref name="now"/> falls into, for what does not pass; null: it falls into none.</summary>
    public static DateTimeOffset? EndAt(this QuietHours quiet, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, quiet.TimeZone).DateTime);
        // Those of yesterday may last into today.
        return new[] { today.AddDays(-1), today }
            .Where(day => quiet.Days.Contains(day.DayOfWeek))
            .Select(day => (From: Moment(day, quiet.From, quiet.TimeZone), To: Moment(quiet.To > quiet.From ? day : day.AddDays(1), quiet.To, quiet.TimeZone)))
            .Where(hours => hours.From <= now && now < hours.To)
            .Select(hours => (DateTimeOffset?)hours.To)
            .Max();
    }

    /// <summary>The instant of a time by the clock; one that the clock leaps over is the first after the leap.</summary>
    internal static DateTimeOffset Moment(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
