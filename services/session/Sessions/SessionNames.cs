using System.Globalization;
using Athene.Contracts.Sessions;

namespace Athene.Session.Sessions;

/// <summary>How sessions are called (spec sessions.md §2).</summary>
public static class SessionNames
{
    public static string Worker(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");

    public static string Orchestrator(string prefix) => $"{prefix}-orchestrator";

    /// <summary>What a session of the project <paramref name="prefix"/> is by its name; the reference also numbered its orchestrators.</summary>
    public static SessionKind KindOf(string prefix, string sessionId) =>
        sessionId == Orchestrator(prefix) || NumberOf(Orchestrator(prefix), sessionId) is not null ? SessionKind.Orchestrator : SessionKind.Worker;

    /// <summary>The number in a worker's name, or null when the name is not one of <paramref name="prefix"/>.</summary>
    public static int? NumberOf(string prefix, string sessionId) =>
        sessionId.StartsWith(prefix + "-", StringComparison.Ordinal)
        && int.TryParse(sessionId.AsSpan(prefix.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
