using System.Globalization;

namespace Athene.Session.Operations;

/// <summary>The header <c>Prefer: wait=S</c> (RFC 7240): how long a caller would like the server to wait.</summary>
public static class Waiting
{
    /// <summary>The longest wait that is granted; whoever wants more asks again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The wait that a request asks for; null when it asks for none.</summary>
    public static TimeSpan? Of(HttpRequest request)
    {
        var preferences = request.Headers["Prefer"].SelectMany(value => (value ?? "").Split(',', ';'));
        foreach (var preference in preferences.Select(value => value.Trim()))
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
}
