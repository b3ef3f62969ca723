using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Sidecar.Actors.Callbacks;

/// <summary>How a callback repeats: a span between two ticks and, from <c>R5/PT10S</c>, how many ticks there are in all.</summary>
/// <param name="Ticks">Null for no end.</param>
internal sealed partial record TickPeriod(CalendarSpan Span, int? Ticks)
{
    /// <summary>Null when the text is empty or the span is zero: then there is one tick.</summary>
    /// <exception cref="FormatException">The text is not a period.</exception>
    public static TickPeriod? Parse(string text)
    {
        if (text.Length == 0) return null;
        var match = Repeating().Match(text);
        if (!match.Success) return CalendarSpan.Parse(text) is { IsZero: false } span ? new TickPeriod(span, null) : null;
        if (!int.TryParse(match.Groups["ticks"].Value, CultureInfo.InvariantCulture, out var ticks) || ticks == 0) throw new FormatException($"'{text}' has zero repetitions");
        return CalendarSpan.Parse(match.Groups["span"].Value) is { IsZero: false } between ? new TickPeriod(between, ticks) : null;
    }

    /// <summary>The tick after <paramref name="tick"/>; of several that are past already the last, so that one delivery makes up for all of them.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset tick, DateTimeOffset now) => Latest(Span.After(tick), now);

    /// <summary>The last tick by now of the row that begins with <paramref name="tick"/>.</summary>
    public DateTimeOffset Latest(DateTimeOffset tick, DateTimeOffset now)
    {
        if (Span.Months == 0 && now > tick) return tick + Span.Time * Math.Floor((now - tick) / Span.Time);
        while (Span.After(tick) is var next && next <= now) tick = next;
        return tick;
    }

    /// <summary>As Dapr shows it: the span alone, the way Go writes durations.</summary>
    public override string ToString()
    {
        if (Span.Months != 0) return $"@every P{Span.Months}M{(Span.Time == TimeSpan.Zero ? "" : System.Xml.XmlConvert.ToString(Span.Time)[1..])}";
        var (hours, rest) = ((long)Span.Time.TotalHours, Span.Time);
        var seconds = (rest.Seconds + rest.Ticks % TimeSpan.TicksPerSecond / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);
        if (hours > 0) return $"@every {hours}h{rest.Minutes}m{seconds}s";
        if (rest.Minutes > 0) return $"@every {rest.Minutes}m{seconds}s";
        return rest >= TimeSpan.FromSeconds(1) ? $"@every {seconds}s" : $"@every {rest.TotalMilliseconds.ToString("0.####", CultureInfo.InvariantCulture)}ms";
    }

    [GeneratedRegex(@"^R(?<ticks>\d+)/(?<span>P.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Repeating();
}
