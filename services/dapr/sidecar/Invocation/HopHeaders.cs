using System.Collections.Frozen;

namespace Athene.Sidecar.Invocation;

/// <summary>Headers that belong to one connection, or to the sidecar, and so do not travel on.</summary>
internal static class HopHeaders
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "Host", "dapr-api-token", "dapr-app-id", "traceparent", "tracestate",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Travels(string name) => !Names.Contains(name);
}
