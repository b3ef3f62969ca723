using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Session.Pauses;

/// <summary>Times of day with or without a date and a time zone, as people are shown them. Pure.</summary>
internal static partial class ClockTime
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <returns>Null when there is no time of day in it.</returns>
    public static DateTimeOffset? Parse(string words, DateTimeOffset at, TimeZoneInfo local)
    {
        if (TimeOfDay(words) is not { } time || ZoneOf(words, local) is not { } zone) return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        if (DatePattern().Match(words) is { Success: true } dated) return OnDay(dated, today) is { } day ? In(zone, day.ToDateTime(time)) : null;
        if (NamedDay(words, today) is { } named) return In(zone, named.ToDateTime(time));
        var next = In(zone, today.ToDateTime(time));
        return next > at ? next : In(zone, today.AddDays(1).ToDateTime(time));
    }

    private static TimeOnly? TimeOfDay(string words)
    {
        var match = TimePattern().Match(words);
        if (!match.Success) return null;
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is 0 or > 12) return null;
            hour = (hour % 12) + (char.ToLowerInvariant(half.Value[0]) == 'p' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    // A zone that nobody knows here must not be taken for the local one.
    private static TimeZoneInfo? ZoneOf(string words, TimeZoneInfo local)
    {
        if (OffsetPattern().Match(words) is { Success: true } named)
        {
            var hours = named.Groups["hours"] is { Success: true } given ? int.Parse(given.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
            var minutes = named.Groups["minutes"] is { Success: true } rest ? int.Parse(rest.Value, CultureInfo.InvariantCulture) : 0;
            var offset = TimeSpan.FromMinutes((hours * 60) + (hours < 0 ? -minutes : minutes));
            return offset.Duration() <= TimeSpan.FromHours(14) ? TimeZoneInfo.CreateCustomTimeZone(named.Value, offset, named.Value, named.Value) : null;
        }

        if (ZonePattern().Match(words) is not { Success: true } zone) return local;
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone.Groups["zone"].Value, out var found) ? found : null;
    }

    private static DateOnly? NamedDay(string words, DateOnly today)
    {
        if (TomorrowPattern().IsMatch(words)) return today.AddDays(1);
        if (WeekdayPattern().Match(words) is not { Success: true } weekday) return null;
        var wanted = Array.IndexOf(Days, weekday.Groups["weekday"].Value.ToLowerInvariant());
        return today.AddDays((wanted - (int)today.DayOfWeek + 7) % 7);
    }

    /// <returns>Null for a day that no month has.</returns>
    private static DateOnly? OnDay(Match match, DateOnly today)
    {
        var month = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var year = match.Groups["year"] is { Success: true } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : today.Year;
        if (day < 1 || year is < 2000 or > 9998 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        return date < today && !match.Groups["year"].Success ? date.AddYears(1) : date;
    }

    private static DateTimeOffset In(TimeZoneInfo zone, DateTime time) => new(time, zone.GetUtcOffset(time));

    [GeneratedRegex(@"(?<![\d:+-])(?<hour>\d{1,2})(?:(?::(?<minute>\d{2}))(?::\d{2})?\s*(?<half>[ap]\.?m\b)?|\s*(?<half>[ap]\.?m\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\b(?:UTC|GMT|Z)\b(?<hours>[+-]\d{1,2})?(?::?(?<minutes>\d{2}))?", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetPattern();

    [GeneratedRegex(@"\((?<zone>[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"\b(?:(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|:|\s*[ap]m)|(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)(?:,? (?<year>20\d{2}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\b(?<weekday>mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WeekdayPattern();

    [GeneratedRegex(@"\btomorrow\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TomorrowPattern();
}
