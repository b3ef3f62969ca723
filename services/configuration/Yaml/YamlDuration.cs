using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Configuration.Yaml;

/// <summary>Lengths of time as a configuration has them: <c>30s</c>, <c>10m</c>, <c>1h</c>.</summary>
internal static partial class YamlDuration
{
    /// <summary>Null when the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) return null;
        var amount = int.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "s" => TimeSpan.FromSeconds(amount),
            "m" => TimeSpan.FromMinutes(amount),
            _ => TimeSpan.FromHours(amount),
        };
    }

    [GeneratedRegex(@"^(?<amount>[0-9]{1,6})(?<unit>[smh])\z")]
    private static partial Regex Form();
}
