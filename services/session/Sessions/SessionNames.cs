using System.Globalization;

namespace Athene.Session.Sessions;

/// <summary>How sessions are called (spec sessions.md §2).</summary>
public static class SessionNames
{
    public static string Worker(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");

    public static string Orchestrator(string prefix) => $"{prefix}-orchestrator";

    /// <summary>The number in a worker's name, or null when the name is not one of <paramref name="prefix"/>.</summary>
    public static int? NumberOf(string prefix, string sessionId) =>
        sessionId.StartsWith(prefix + "-", StringComparison.Ordinal)
        && int.TryParse(sessionId.AsSpan(prefix.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
