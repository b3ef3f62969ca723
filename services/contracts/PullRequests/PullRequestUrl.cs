using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.Contracts.PullRequests;

/// <summary>The address of a pull request, and what it says of it (spec sessions.md §5).</summary>
/// <param name="Address">Up to the number: without the page of it that somebody looked at.</param>
/// <param name="Repository"><c>owner/name</c>; empty when the address does not have a host's known form.</param>
public sealed partial record PullRequestUrl(string Address, string Repository, int Number)
{
    /// <summary>Names the pull request wherever its address was copied from.</summary>
    public string Key => Repository.Length == 0
        ? Address
        : string.Create(CultureInfo.InvariantCulture, $"{Repository.ToLowerInvariant()}#{Number}");

    /// <summary>Reads an address of the web; null when it is none, or ends in no number.</summary>
    public static PullRequestUrl? Parse(string? text)
    {
        var match = Form().Match(text?.Trim() ?? "");
        if (!match.Success) return null;
        return int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PullRequestUrl(match.Groups["address"].Value, match.Groups["repository"].Value, number)
            : null;
    }

    /// <summary>The <see cref="Key"/> of an address; one that cannot be parsed stands for itself.</summary>
    public static string KeyOf(string url) => Parse(url)?.Key ?? url;

    [GeneratedRegex(
        """
        ^(?<address>https?://[^/\s]+(?:
            /(?<repository>[^/\s]+/[^/\s]+)/pull/(?<number>\d+)
          | /(?<repository>[^\s]+?)/-/merge_requests/(?<number>\d+)
          | /[^\s?#]*?(?<!\d)(?<number>\d+)(?=/?$)))(?:[/?\#]\S*)?$
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}
