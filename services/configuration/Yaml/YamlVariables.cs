using System.Text.RegularExpressions;

namespace Athene.Configuration.Yaml;

/// <summary>References to variables in text: <c>${VAR}</c>; <c>$${VAR}</c> stands for itself.</summary>
internal static partial class YamlVariables
{
    public static IReadOnlyList<string> NamesIn(string text) =>
        [.. Reference().Matches(text).Where(reference => !IsEscaped(reference)).Select(reference => reference.Groups["name"].Value).Distinct()];

    public static string Replace(string text, Func<string, string> valueOf) =>
        Reference().Replace(text, reference => IsEscaped(reference) ? reference.Value[1..] : valueOf(reference.Groups["name"].Value));

    private static bool IsEscaped(Match reference) => reference.Value.StartsWith("$$", StringComparison.Ordinal);

    [GeneratedRegex(@"\$?\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
