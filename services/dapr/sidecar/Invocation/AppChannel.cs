using System.Text;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Invocation;

/// <summary>The way to the apps: plain HTTP on 127.0.0.1, with the app's token when there is one.</summary>
internal sealed class AppChannel(SidecarOptions options) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        // The trace context of each call is set by hand, from the hop that caused it.
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // As the web server reads them: what an app says in a header arrives as it was said.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    });

    /// <summary>Sends to <paramref name="app"/>; the answer's body has not been read yet.</summary>
    /// <exception cref="HttpRequestException">The app does not answer.</exception>
    public Task<HttpResponseMessage> SendAsync(HostedApp app, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A request may be sent again: it has one token all the same.
        request.Headers.Remove(ApiTokenGate.Header);
        if (options.AppApiToken is { } token) request.Headers.TryAddWithoutValidation(ApiTokenGate.Header, token);
        request.Headers.Host = $"127.0.0.1:{app.AppPort}";
        return http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => http.Dispose();
}
