using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Athene.Sidecar.Tracing;

/// <summary>One hop of a W3C trace: the <c>traceparent</c> and <c>tracestate</c> that go on from here.</summary>
internal sealed record TraceHop(string TraceParent, string TraceState)
{
    /// <summary>Length of a version 00 traceparent, in characters.</summary>
    private const int Length = 55;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The next hop of the caller's trace, or the first one of a new trace when the caller sent none.</summary>
    public static TraceHop From(HttpRequest request)
    {
        // The span that telemetry already has for this request, so that what it exports hangs together.
        if (Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C, Id: { } span } activity) return new TraceHop(span, activity.TraceStateString ?? "");
        var parent = request.Headers.TraceParent.ToString();
        return IsValid(parent)
            ? new TraceHop(Child(parent), StateOf(request))
            : new TraceHop(Start(), "");
    }

    /// <summary>A new trace.</summary>
    public static string Start() => $"00-{RandomHex(16)}-{RandomHex(8)}-01";

    /// <summary>A traceparent of the same trace with a new span.</summary>
    public static string Child(string parent) => $"{parent[..36]}{RandomHex(8)}{parent[52..Length]}";

    public static bool IsValid(string? parent) =>
        parent is { Length: Length } && parent.StartsWith("00-", StringComparison.Ordinal) && parent[35] == '-' && parent[52] == '-'
        && IsHex(parent.AsSpan(3, 32)) && IsHex(parent.AsSpan(36, 16)) && IsHex(parent.AsSpan(53, 2));

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(HexDigits);

    /// <summary>A state that cannot travel on in a header is dropped, as the standard has it.</summary>
    private static string StateOf(HttpRequest request) =>
        request.Headers.TraceState.ToString() is var state && !state.AsSpan().ContainsAnyExceptInRange(' ', '~') ? state : "";

    private static string RandomHex(int bytes) => RandomNumberGenerator.GetHexString(bytes * 2, lowercase: true);
}
