using System.Net.Http.Headers;

namespace Athene.Notifier.Channels;

/// <summary>
/// The way to channels over HTTP. It follows no redirection, since that would hand a secret address's content to another; it puts no trace on the
/// request, since addresses are secrets and spans hold them; and it keeps no cookies.
/// </summary>
public sealed class ChannelHttp : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // Who sends says how long it may take.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestAnswer,
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("Athene", "0.1") } },
    };

    /// <summary>Sends, and reads the whole answer.</summary>
    /// <exception cref="ChannelException">There was none, or it was no success.</exception>
    public async Task<string> SendAsync(HttpRequestMessage request, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? body : throw HttpFailure.Of(response, body, clock);
        }
        catch (HttpRequestException broken)
        {
            throw new ChannelException($"no answer from {request.RequestUri?.Host}: {HttpFailure.Describe(broken)}", broken) { MayHaveArrived = HttpFailure.MayHaveArrived(broken) };
        }
    }

    public void Dispose() => http.Dispose();
}
