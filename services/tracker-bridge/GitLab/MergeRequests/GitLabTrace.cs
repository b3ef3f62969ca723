using System.Text.RegularExpressions;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>A job's log as a person reads it. Pure.</summary>
internal static partial class GitLabTrace
{
    private const int Lines = 120;

    /// <summary>The last lines, without colours, time stamps and the runner's own marks; null when nothing is left.</summary>
    public static string? Clean(string log)
    {
        var text = string.Join('\n', log.TrimEnd().Split('\n').TakeLast(Lines).Select(CleanLine)).Trim('\n');
        return text.Length == 0 ? null : text;
    }

    private static string CleanLine(string line)
    {
        var plain = Colour().Replace(Section().Replace(line.TrimEnd('\r'), ""), "");
        // What a progress bar drew over was seen by nobody.
        plain = plain[(plain.LastIndexOf('\r') + 1)..];
        return string.Concat(Stamp().Replace(plain, "").Where(character => character == '\t' || !char.IsControl(character))).TrimEnd();
    }

    [GeneratedRegex(@"section_(start|end):[0-9]+:[^\r\n]*\r?")]
    private static partial Regex Section();

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z [0-9]{2}[OE][+ ]?")]
    private static partial Regex Stamp();
}
