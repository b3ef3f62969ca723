using System.Globalization;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Reads session numbers out of what <c>git ls-remote --heads</c> prints. Pure.</summary>
internal static class RemoteSessions
{
    public static IReadOnlyList<int> Numbers(string listing, string prefix)
    {
        var start = $"refs/heads/session/{prefix}-";
        return
        [
            .. listing.Split('\n')
                .Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..].Trim())
                .Where(name => name.StartsWith(start, StringComparison.Ordinal))
                .Select(name => int.TryParse(name.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Where(number => number > 0),
        ];
    }
}
