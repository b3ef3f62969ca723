namespace Athene.Dapr;

/// <summary>The one pool of connections to sidecars, for HTTP/1.1 and h2c alike, shared by every client of the process.</summary>
internal static class SidecarConnections
{
    /// <summary>The pool itself. It lives as long as the process; wrap it in clients that do not dispose of it.</summary>
    public static SocketsHttpHandler Handler { get; } = new()
    {
        // A sidecar is a neighbour: a proxy of the surroundings has no business between us.
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        EnableMultipleHttp2Connections = true,
    };

    /// <summary>The pool for plain requests, without the time-out of an <see cref="HttpClient"/>: waits and streams may be long.</summary>
    public static HttpMessageInvoker Invoker { get; } = new(Handler, disposeHandler: false);
}
