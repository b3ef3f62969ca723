using System.Text.RegularExpressions;

namespace Athene.TrackerBridge.GitHub;

/// <summary>Reads where the next page of a list is. Pure.</summary>
internal static partial class GitHubLinks
{
    /// <summary>Null for the last page, and for a page elsewhere: the token is for this host.</summary>
    public static Uri? Next(HttpResponseMessage response, Uri current)
    {
        if (!response.Headers.TryGetValues("Link", out var links)) return null;
        var match = NextLink().Match(string.Join(',', links));
        return match.Success && Uri.TryCreate(match.Groups["address"].Value, UriKind.Absolute, out var next) && ApiAddress.OriginOf(next) == ApiAddress.OriginOf(current)
            ? next
            : null;
    }

    [GeneratedRegex("<(?<address>[^>]+)>\\s*;[^,]*\\brel=\"next\"")]
    private static partial Regex NextLink();
}
