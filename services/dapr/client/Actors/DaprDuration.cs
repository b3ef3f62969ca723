using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Dapr.Actors;

/// <summary>How Dapr writes durations: like Go (<c>1h2m3s4ms</c>), and repeated ones like ISO 8601 (<c>R5/PT10S</c>).</summary>
internal static partial class DaprDuration
{
    private const string Every = "@every ";

    /// <summary>The duration in whole milliseconds, or an empty text for none.</summary>
    public static string Format(TimeSpan duration) => duration < TimeSpan.Zero
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(long)duration.TotalHours}h{duration.Minutes}m{duration.Seconds}s{duration.Milliseconds}ms");

    /// <summary>A period that ends after a number of repetitions.</summary>
    /// <exception cref="ArgumentException">The period is not made of whole seconds.</exception>
    public static string Format(TimeSpan period, int repetitions)
    {
        if (period < TimeSpan.FromSeconds(1) || period.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new ArgumentException($"A period that ends after repetitions is made of whole seconds, which {period} is not.", nameof(period));
        var time = Part(period.Hours, 'H') + Part(period.Minutes, 'M') + Part(period.Seconds, 'S');
        return string.Create(CultureInfo.InvariantCulture, $"R{repetitions}/P{Part(period.Days, 'D')}{(time.Length > 0 ? "T" : "")}{time}");

        static string Part(int number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
    }

    /// <summary>Reads any of the forms; no text is <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    /// <exception cref="FormatException">It is none of them.</exception>
    public static TimeSpan Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Timeout.InfiniteTimeSpan;
        var duration = text.StartsWith(Every, StringComparison.Ordinal) ? text[Every.Length..] : text;
        var match = IsoForm().Match(duration);
        if (!match.Success) match = GoForm().Match(duration);
        if (!match.Success || match.Groups.Values.Skip(1).All(unit => unit.Length == 0))
            throw new FormatException($"'{text}' is no duration of Dapr's, such as 0h0m5s0ms, R5/PT10S or @every 10s.");
        return TimeSpan.FromDays(Unit("d")) + TimeSpan.FromHours(Unit("h")) + TimeSpan.FromMinutes(Unit("m"))
            + TimeSpan.FromSeconds(Unit("s")) + TimeSpan.FromMilliseconds(Unit("ms"));

        double Unit(string name) =>
            match.Groups[name] is { Length: > 0 } unit ? double.Parse(unit.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^(?:R\d+/)?P(?:(?<d>\d+)D)?(?:T(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+(?:\.\d+)?)S)?)?(?<ms>)$", RegexOptions.ExplicitCapture)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^(?<d>)(?:(?<h>\d+(?:\.\d+)?)h)?(?:(?<m>\d+(?:\.\d+)?)m)?(?:(?<s>\d+(?:\.\d+)?)s)?(?:(?<ms>\d+(?:\.\d+)?)ms)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex GoForm();
}
