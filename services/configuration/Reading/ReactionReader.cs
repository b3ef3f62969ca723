using System.Globalization;
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
            section.Word("action", "send-to-agent", "notify", "auto-merge"),
            section.Verbatim("message"),
            PriorityWords.Parse(section.Word("priority", PriorityWords.All)),
            section.Number("retries"),
            EscalateAfter(section),
            Threshold(section),
            section.Flag("includeSummary"));
        section.Close();
        return reaction;
    }

    private static string? EscalateAfter(YamlSection section)
    {
        if (section.TextOrNumber("escalateAfter") is not { } value) return null;
        if (Duration().IsMatch(value) || Attempts().IsMatch(value)) return value;
        section.Report("escalateAfter", $"'{value}' is neither a number of attempts nor a duration such as 30m");
        return null;
    }

    private static TimeSpan? Threshold(YamlSection section)
    {
        if (section.Text("threshold") is not { } value) return null;
        var match = Duration().Match(value);
        if (!match.Success)
        {
            section.Report("threshold", $"'{value}' is not a duration such as 30s, 10m or 1h");
            return null;
        }

        var amount = int.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "s" => TimeSpan.FromSeconds(amount),
            "m" => TimeSpan.FromMinutes(amount),
            _ => TimeSpan.FromHours(amount),
        };
    }

    [GeneratedRegex("^(?<amount>[0-9]{1,6})(?<unit>[smh])$")]
    private static partial Regex Duration();

    [GeneratedRegex("^[0-9]{1,6}$")]
    private static partial Regex Attempts();
}
