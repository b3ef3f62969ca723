using System.Globalization;
using System.Text;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>The first final answer that came back on a connection.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Reads it off everything that came; null when that is no answer.</summary>
    public static RawAnswer? Parse(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        while (true)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0 || !text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)) return null;
            var lines = text[..end].Split("\r\n");
            var status = int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture);
            var rest = text[(end + 4)..];
            if (status >= 200) return new RawAnswer(status, ReadHeaders(lines.Skip(1)), rest);
            text = rest;
        }
    }

    private static Dictionary<string, string> ReadHeaders(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Select(line => line.Split(": ", 2))) headers[line[0]] = line.Length > 1 ? line[1] : "";
        return headers;
    }
}
