using System.Text.RegularExpressions;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>Reads one reaction.</summary>
internal static partial class ReactionReader
{
    public static ReactionConfiguration Read(string key, YamlSection section)
    {
        var reaction = new ReactionConfiguration(
            section.Flag("auto"),
            section.Word("action", "send-to-agent", "notify", "auto-merge", "resume"),
            section.Verbatim("message"),
            PriorityWords.Parse(section.Word("priority", PriorityWords.All)),
            section.Number("retries"),
            EscalateAfter(section),
            section.Duration("threshold"),
            section.Flag("includeSummary"));
        section.Close();
        return reaction;
    }

    private static string? EscalateAfter(YamlSection section)
    {
        if (section.TextOrNumber("escalateAfter") is not { } value) return null;
        if (YamlDuration.Parse(value) is not null || Attempts().IsMatch(value)) return value;
        section.Report("escalateAfter", $"'{value}' is neither a number of attempts nor a duration such as 30m");
        return null;
    }

    [GeneratedRegex("^[0-9]{1,6}$")]
    private static partial Regex Attempts();
}
