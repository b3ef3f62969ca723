using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Sidecar.Resources;

/// <summary>Durations as Dapr's files write them: <c>300ms</c>, <c>5s</c>, <c>1h30m</c>.</summary>
internal static partial class GoDuration
{
    /// <summary>What Go's own durations reach; any present time can be moved that far.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMicroseconds(long.MaxValue / 1000);

    /// <summary>System timers reach to 49 days.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(49);

    /// <summary>A duration to wait for with one timer: a timeout, a pause.</summary>
    /// <exception cref="FormatException">The text is not a duration, or too long a one.</exception>
    public static TimeSpan ParseWait(string text) => Parse(text) is var wait && wait <= LongestWait
        ? wait
        : throw new FormatException($"'{text}' is too long; the embedded sidecar waits for 49 days at most");

    /// <exception cref="FormatException">The text is not a duration, or longer than Go's can be (292 years).</exception>
    public static TimeSpan Parse(string text)
    {
        if (text == "0") return TimeSpan.Zero;
        var match = Pattern().Match(text);
        if (!match.Success) throw new FormatException($"'{text}' is not a duration; write it like 300ms, 5s or 1h30m");
        try
        {
            return Sum(match) is var total && total <= Longest ? total : throw new FormatException($"'{text}' is too long");
        }
        catch (OverflowException e)
        {
            throw new FormatException($"'{text}' is too long", e);
        }
    }

    private static TimeSpan Sum(Match match)
    {
        var total = TimeSpan.Zero;
        for (var i = 0; i < match.Groups["unit"].Captures.Count; i++)
        {
            var amount = double.Parse(match.Groups["amount"].Captures[i].Value, CultureInfo.InvariantCulture);
            total += match.Groups["unit"].Captures[i].Value switch
            {
                "h" => TimeSpan.FromHours(amount),
                "m" => TimeSpan.FromMinutes(amount),
                "s" => TimeSpan.FromSeconds(amount),
                "ms" => TimeSpan.FromMilliseconds(amount),
                "ns" => TimeSpan.FromMicroseconds(amount / 1000),
                _ => TimeSpan.FromMicroseconds(amount),
            };
        }

        return total;
    }

    [GeneratedRegex(@"^((?<amount>\d+(\.\d+)?)(?<unit>ms|us|µs|ns|h|m|s))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
