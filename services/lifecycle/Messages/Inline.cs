using System.Text;

namespace Athene.Lifecycle.Messages;

/// <summary>Words of others within a line of ours: one line, not long, and without what could end a quotation. Pure.</summary>
internal static class Inline
{
    private const int Longest = 300;

    public static string Of(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (line.Length >= Longest) return line.Append('…').ToString();
            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString();
    }
}
