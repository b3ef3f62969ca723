using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Sidecar.Resources;

/// <summary>Durations as Dapr's files write them: <c>300ms</c>, <c>5s</c>, <c>1h30m</c>.</summary>
internal static partial class GoDuration
{
    /// <exception cref="FormatException">The text is not a duration.</exception>
    public static TimeSpan Parse(string text)
    {
        if (text == "0") return TimeSpan.Zero;
        var match = Pattern().Match(text);
        if (!match.Success) throw new FormatException($"'{text}' is not a duration; write it like 300ms, 5s or 1h30m");
        try
        {
            return Sum(match);
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
