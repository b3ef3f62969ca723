using System.Globalization;

namespace Athene.Session.Operations;

/// <summary>The header <c>Prefer</c> (RFC 7240): how long a caller would like the server to wait (<c>wait=S</c>), or that it should not (<c>respond-async</c>).</summary>
public static class Waiting
{
    /// <summary>The longest wait that is granted; whoever wants more asks again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Whether the caller wants an operation at once instead of its result (<c>Prefer: respond-async</c>).</summary>
    public static bool IsUnwanted(HttpRequest request) =>
        PreferencesOf(request).Any(preference => preference.Equals("respond-async", StringComparison.OrdinalIgnoreCase));

    /// <summary>The wait that a request asks for; null when it asks for none.</summary>
    public static TimeSpan? Of(HttpRequest request)
    {
        foreach (var preference in PreferencesOf(request))
        {
            if (preference.StartsWith("wait=", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(preference.AsSpan(5), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds >= 0)
            {
                return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
            }
        }

        return null;
    }

    private static IEnumerable<string> PreferencesOf(HttpRequest request) =>
        request.Headers["Prefer"].SelectMany(value => (value ?? "").Split(',', ';')).Select(value => value.Trim());
}
