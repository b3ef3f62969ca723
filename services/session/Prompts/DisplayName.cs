using System.Text.RegularExpressions;

namespace Athene.Session.Prompts;

/// <summary>What a session is called in lists. Pure.</summary>
public static partial class DisplayName
{
    /// <summary>In code points.</summary>
    public const int LongestName = 80;

    /// <summary>The issue's title, else the first line of the prompt that says something; null when neither does.</summary>
    public static string? From(string? issueTitle, string? prompt)
    {
        var source = string.IsNullOrWhiteSpace(issueTitle) ? FirstLine(prompt) : issueTitle;
        var name = WhiteSpace().Replace(source ?? "", " ").Trim();
        return name.Length == 0 ? null : Shorten(name);
    }

    /// <summary>A name that a person chose, on one line and without control characters; null when nothing is left of it.</summary>
    public static string? Clean(string? chosen)
    {
        var name = WhiteSpace().Replace(chosen ?? "", " ").Trim();
        name = string.Concat(name.Where(character => !char.IsControl(character)));
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    /// <summary>Whether a name is short enough to be shown.</summary>
    public static bool Fits(string name) => name.EnumerateRunes().Count() <= LongestName;

    private static string? FirstLine(string? prompt) => prompt?
        .ReplaceLineEndings("\n")
        .Split('\n')
        .Select(line => HeadingMark().Replace(line.Trim(), ""))
        .FirstOrDefault(line => !string.IsNullOrWhiteSpace(line));

    private static string Shorten(string name)
    {
        var points = name.EnumerateRunes().ToArray();
        return points.Length <= LongestName
            ? name
            : string.Concat(points.Take(LongestName - 1).Select(point => point.ToString())).TrimEnd() + "…";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^#{1,6}(\s+|$)")]
    private static partial Regex HeadingMark();
}
