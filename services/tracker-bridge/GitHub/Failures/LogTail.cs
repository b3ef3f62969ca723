using System.Text.RegularExpressions;

namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>The end of a job's log up to what made it fail: without time stamps, colours and the runner's own marks.</summary>
internal static partial class LogTail
{
    private const int MostLines = 120;

    private const int LongestLine = 500;

    /// <summary>Of a line, before colours and the like are taken out of it.</summary>
    private const int LongestRead = 16 * 1024;

    /// <summary>Of a longer log, no more is read: the rest is not worth the time.</summary>
    private const long MostCharacters = 64L * 1024 * 1024;

    private const string Error = "##[error]";

    /// <summary>Null for an empty log.</summary>
    public static async Task<string?> ReadAsync(TextReader log, CancellationToken cancellationToken)
    {
        var (last, upToError, lines) = (new Queue<string>(), (string[]?)null, new BoundedLines(log, LongestRead));
        while (await lines.NextAsync(MostCharacters, cancellationToken) is { } line)
        {
            if (Clean(line) is not { } text) continue;
            last.Enqueue(text);
            if (last.Count > MostLines) last.Dequeue();
            // What follows the error is the runner tidying up.
            if (line.Contains(Error, StringComparison.Ordinal)) upToError = [.. last];
        }

        var told = upToError ?? [.. last];
        return told.Length == 0 ? null : string.Join('\n', told);
    }

    /// <summary>Null for a line that says nothing.</summary>
    internal static string? Clean(string line)
    {
        var text = Codes().Replace(Stamp().Replace(line.TrimStart('\uFEFF'), ""), "");
        if (text.StartsWith("##[endgroup]", StringComparison.Ordinal)) return null;
        text = Mark().Replace(text, "").TrimEnd();
        return text.Length > LongestLine ? $"{text[..LongestLine]}…" : text;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z ?")]
    private static partial Regex Stamp();

    // Colours, cursor movements, titles of windows and other control characters.
    [GeneratedRegex(@"\x1B\[[0-?]*[ -/]*[@-~]|\x1B\][^\x07\x1B]*(\x07|\x1B\\)|\x1B[@-Z\\-_]|[\x00-\x08\x0B-\x1F\x7F]")]
    private static partial Regex Codes();

    [GeneratedRegex(@"^##\[[a-z]+\]")]
    private static partial Regex Mark();
}
