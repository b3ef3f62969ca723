using System.Text;

namespace Athene.Session.History;

/// <summary>
/// A summary as people may be shown it: parts of it come from agents, issues and programs, and none of that may move a terminal's cursor or fill the
/// history. Pure.
/// </summary>
internal static class OneLine
{
    private const int Longest = 2000;

    public static string Of(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateRunes()) line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return text.Length > Longest ? line.Append('…').ToString() : line.ToString();
    }
}
