using System.Globalization;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>What people wrote, at a length that can be passed on. Pure.</summary>
internal static class CutText
{
    /// <summary>Of one comment: hosts take 64 KB and more, and nobody writes so much by hand.</summary>
    public const int Most = 8 * 1024;

    /// <summary>The text, or its beginning and how much is missing.</summary>
    public static string Of(string text, int most = Most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..end]}\n(cut: {text.Length - end} more characters are on the host)");
    }
}
