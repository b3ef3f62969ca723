using System.Net;
using System.Net.Http.Headers;

namespace Athene.TrackerBridge.Budget;

/// <summary>An answer that several callers can have, each a copy of its own.</summary>
internal sealed record StoredAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body)
{
    public static async Task<StoredAnswer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync(cancellationToken));

    public HttpResponseMessage For(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage(Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        foreach (var (name, values) in Headers) response.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, values) in ContentHeaders) response.Content.Headers.TryAddWithoutValidation(name, values);
        return response;
    }
}
