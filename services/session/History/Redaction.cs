using System.Text.RegularExpressions;

namespace Athene.Session.History;

/// <summary>Takes credentials out of text before it is kept (acceptance case 93).</summary>
public static partial class Redaction
{
    /// <summary>The longest summary of an event, in characters.</summary>
    private const int Longest = 500;

    public static string Apply(string text)
    {
        var clean = UrlCredentials().Replace(text, "$1[redacted]@");
        clean = Bearer().Replace(clean, "$1 [redacted]");
        clean = Assignment().Replace(clean, "$1[redacted]");
        return clean.Length <= Longest ? clean : clean[..(Longest - 1)] + "…";
    }

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]*://)[^\s/@]+@", RegexOptions.IgnoreCase)]
    private static partial Regex UrlCredentials();

    [GeneratedRegex(@"\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\b((?:token|password|secret|api[_-]?key|authorization)\s*[=:]\s*)\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();
}
