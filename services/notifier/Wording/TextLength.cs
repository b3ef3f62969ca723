using System.Globalization;

namespace Athene.Notifier.Wording;

/// <summary>Keeps text within what a channel takes.</summary>
internal static class TextLength
{
    /// <summary>At most <paramref name="most"/> UTF-16 characters, never half of one that a reader sees; an ellipsis shows the cut.</summary>
    public static string Cut(this string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text[..Math.Min(text.Length, most + 64)]))
        {
            if (start > most - 1) break;
            end = start;
        }

        return text[..end] + "…";
    }

    /// <summary>Without the characters that move a cursor or hide other text; line ends stay.</summary>
    public static string Plain(this string text) =>
        string.Concat(text.Where(character => character == '\n' || (!char.IsControl(character) && !IsDirection(character))));

    private static bool IsDirection(char character) => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
