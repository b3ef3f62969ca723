namespace Athene.Session.Spending;

/// <summary>When a day ends where this machine is. Pure.</summary>
public static class Midnight
{
    public static DateTimeOffset After(DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1), DateTimeKind.Unspecified);
        // Where clocks are put forward at midnight, the day begins an hour later.
        if (zone.IsInvalidTime(next)) next = next.AddHours(1);
        return new DateTimeOffset(next, zone.GetUtcOffset(next));
    }
}
