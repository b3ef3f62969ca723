using System.Globalization;

namespace Athene.Sidecar.Resources;

/// <summary>HTTP statuses from one to another, both included.</summary>
internal readonly record struct StatusRange(int First, int Last)
{
    private const int Least = 100;
    private const int Greatest = 599;

    public bool Contains(int status) => status >= First && status <= Last;

    /// <summary>Reads <c>429,500-599</c>; nothing for a text without any.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IReadOnlyList<StatusRange> ParseList(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static StatusRange Parse(string text)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length <= 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first >= Least && last <= Greatest && first <= last)
            return new StatusRange(first, last);
        throw new FormatException($"'{text}' is neither an HTTP status ({Least} to {Greatest}) nor a range of them");
    }
}
