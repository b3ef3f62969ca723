using System.Text.RegularExpressions;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Content filters (such as Git LFS's) that stop git, and how to go on without them. Pure.</summary>
internal static partial class FilterFailure
{
    /// <summary>What git is asked for the filters that it knows.</summary>
    public static IReadOnlyList<string> Question { get; } = ["config", "--name-only", "--get-regexp", @"^filter\."];

    /// <summary>True when the words tell of one. One that cannot even be started is told like a lost connection.</summary>
    public static bool IsToldBy(string error) => Words().IsMatch(error);

    /// <summary>The names in the answer to <see cref="Question"/>.</summary>
    public static IReadOnlyList<string> Names(string answer) =>
    [
        .. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(key => (Start: key.IndexOf('.', StringComparison.Ordinal) + 1, End: key.LastIndexOf('.'), Key: key))
            .Where(key => key.End > key.Start && !key.Key.Contains('=', StringComparison.Ordinal))
            .Select(key => key.Key[key.Start..key.End])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The settings with which a filter that fails leaves its files as they are.</summary>
    public static IReadOnlyList<string> Settings(IEnumerable<string> names) =>
        [.. names.SelectMany(name => (string[])["-c", $"filter.{name}.required=false", "-c", $"filter.{name}.process="])];

    [GeneratedRegex("(?:smudge|clean) filter .* failed|the remote end hung up unexpectedly", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
