using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Session.Pauses;

/// <summary>
/// Understands how agents say when a limit ends: <c>3pm</c>, <c>8:30pm (Asia/Tokyo)</c>, <c>Oct 9 at 5pm</c>, <c>10:57 PM GMT-3</c>, <c>in 2 days 17 hours</c>,
/// <c>3h12m</c>, <c>1755806400</c>, <c>2026-01-01T12:00:00Z</c>. Pure.
/// </summary>
public static partial class ResetTime
{
    /// <summary>Limits of a month are the longest; what is later was misunderstood.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(62);

    private const long MillisecondsFrom = 100_000_000_000;

    /// <param name="at">When it was said; a time of day is the next one after that.</param>
    /// <param name="local">The time zone that is meant when none is named.</param>
    /// <returns>Null when it is not understood.</returns>
    public static DateTimeOffset? Parse(string text, DateTimeOffset at, TimeZoneInfo local)
    {
        var words = text.Trim().TrimEnd('.');
        var time = Epoch(words) ?? Instant(words) ?? Span(words, at) ?? ClockTime.Parse(words, at, local);
        return time is { } found && found >= at - TimeSpan.FromDays(1) && found <= at + Furthest ? found : null;
    }

    private static DateTimeOffset? Epoch(string words)
    {
        if (!EpochPattern().IsMatch(words)) return null;
        var number = long.Parse(words, CultureInfo.InvariantCulture);
        return number >= MillisecondsFrom ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
    }

    private static DateTimeOffset? Instant(string words) =>
        InstantPattern().IsMatch(words) && DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DateTimeOffset? Span(string words, DateTimeOffset at)
    {
        var match = SpanPattern().Match(words);
        if (!match.Success) return null;
        var span = TimeSpan.FromDays(Amount("days")) + TimeSpan.FromHours(Amount("hours")) + TimeSpan.FromMinutes(Amount("minutes")) + TimeSpan.FromSeconds(Amount("seconds"));
        return span > TimeSpan.Zero ? at + span : null;

        int Amount(string unit) => match.Groups[unit] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex("^[0-9]{9,13}$")]
    private static partial Regex EpochPattern();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:")]
    private static partial Regex InstantPattern();

    [GeneratedRegex(
        @"^(?:in |after )?\s*(?:(?<days>\d{1,3})\s*d(?:ays?)?\b[\s,]*)?(?:(?<hours>\d{1,4})\s*h(?:ours?|rs?)?(?![a-z])[\s,]*)?(?:(?:and )?(?<minutes>\d{1,5})\s*m(?:in(?:ute)?s?)?(?![a-z])[\s,]*)?(?:(?:and )?(?<seconds>\d{1,7})\s*s(?:ec(?:ond)?s?)?(?![a-z]))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpanPattern();
}
