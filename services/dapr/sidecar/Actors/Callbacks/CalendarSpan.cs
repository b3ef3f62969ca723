using System.Globalization;
using System.Text.RegularExpressions;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Actors.Callbacks;

/// <summary>A length of time as actors give it: a Go duration (<c>1h30m</c>) or one of ISO 8601 (<c>P1M2DT3S</c>), in which a month is as long as it is.</summary>
internal readonly partial record struct CalendarSpan(int Months, TimeSpan Time)
{
    public bool IsZero => Months == 0 && Time == TimeSpan.Zero;

    /// <exception cref="FormatException">The text is neither.</exception>
    public static CalendarSpan Parse(string text)
    {
        var match = Iso().Match(text);
        if (!match.Success) return new CalendarSpan(0, GoDuration.Parse(text));
        try
        {
            var months = checked((int)(Amount(match, "years") * 12 + Amount(match, "months")));
            var time = TimeSpan.FromDays(Amount(match, "weeks") * 7 + Amount(match, "days"))
                + TimeSpan.FromHours(Amount(match, "hours")) + TimeSpan.FromMinutes(Amount(match, "minutes")) + TimeSpan.FromSeconds(Amount(match, "seconds"));
            return new CalendarSpan(months, time);
        }
        catch (OverflowException e)
        {
            throw new FormatException($"'{text}' is too long", e);
        }
    }

    /// <exception cref="FormatException">The result is beyond the calendar.</exception>
    public DateTimeOffset After(DateTimeOffset time)
    {
        try
        {
            return time.AddMonths(Months) + Time;
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new FormatException($"{this} is too long", e);
        }
    }

    private static double Amount(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var text } ? double.Parse(text, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^P(?=.)((?<years>\d+)Y)?((?<months>\d+)M)?((?<weeks>\d+)W)?((?<days>\d+)D)?(T(?=.)((?<hours>\d+)H)?((?<minutes>\d+)M)?((?<seconds>\d+(\.\d+)?)S)?)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
