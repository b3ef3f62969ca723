using System.Text;

namespace Athene.Session.Hooks;

/// <summary>Text from inside a session as people may be shown it: one short line without control characters.</summary>
internal static class Shortened
{
    private const int Longest = 200;

    public static string? ForPeople(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : string.Concat(text.EnumerateRunes().Take(Longest).Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())).Trim();
}
