namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Header lines that are odd, wrong, or long.</summary>
internal static class Headers
{
    private const string ZeroTrace = "00000000000000000000000000000000";

    public static IReadOnlyList<string> ContentTypes { get; } =
    [
        "application/json", "application/json; charset=utf-8", "application/cloudevents+json", "text/plain", "application/octet-stream", "APPLICATION/JSON", "application/x+json", "", ";", "x", "é", "application/json; charset=no-such",
    ];

    private static readonly string[] Lines =
    [
        $"traceparent: 00-{ZeroTrace}-0000000000000000-00", $"traceparent: 00-{ZeroTrace.Replace('0', 'z')}-zzzzzzzzzzzzzzzz-zz", $"traceparent: 00-{ZeroTrace.Replace('0', 'é')}-éééééééééééééééé-éé",
        "traceparent: x", "tracestate: é=ü", "tracestate: a=b\ttracestate", "grpc-trace-bin: AAAA", "dapr-app-id: myapp", "dapr-app-id: nobody", "dapr-app-id: é", "dapr-app-id: ", "dapr-api-token: x",
        "If-Match: \"1\"", "If-Match: *", "If-Match: é", "Accept: x", "Accept-Encoding: br", "Content-Encoding: gzip", "Content-Encoding: no-such", "Expect: 100-continue", "Expect: x",
        "Upgrade: websocket", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__", "Connection: Upgrade", "Connection: keep-alive", "Connection: x, close", "Keep-Alive: timeout=0", "TE: trailers", "Trailer: x", "Via: x",
        "Host: two", "Host: a b", "Host:", "Date: x", "Range: bytes=0-0", "Cookie: a=b", "X: \x01", "X: \0", "X:\r\n folded", ": no name", "no colon", "sp ace: x", "X\x01: x", "Content-Type: two", "X: é",
        $"X: {new string('x', 20_000)}", $"X: {new string('x', 60_000)}", $"{new string('x', 5_000)}: y", string.Join("\r\n", Enumerable.Range(0, 90).Select(n => $"X-{n}: y")), string.Join("\r\n", Enumerable.Range(0, 200).Select(n => $"X: {n}")),
    ];

    public static string Next(Dice dice) => dice.Pick(Lines);
}
