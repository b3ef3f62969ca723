using System.Globalization;

namespace Athene.Lifecycle.Reactions;

/// <summary>Lengths of time as configurations write them, such as <c>30s</c>, <c>10m</c>, <c>1h</c>.</summary>
internal static class Durations
{
    /// <summary>Null for what is no length of time, such as a number of attempts.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)) return null;
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            _ => null,
        };
    }
}
