using System.Net;
using System.Text.Json;

namespace Athene.Dapr.Client;

/// <summary>The sidecar's HTTP API: sends a request, and turns an error of Dapr into an exception that says what was called.</summary>
internal sealed class SidecarHttp(Uri endpoint, HttpClient http, string? apiToken)
{
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <exception cref="ArgumentException">It is no http or https address.</exception>
    public static Uri ParseEndpoint(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new ArgumentException($"'{endpoint}' is no address of a sidecar: use http://host:port.", nameof(endpoint));

    /// <summary>A path of escaped segments: keys may hold slashes and dots.</summary>
    public static string Path(params ReadOnlySpan<string> segments)
    {
        var path = new System.Text.StringBuilder("/v1.0");
        foreach (var segment in segments) path.Append('/').Append(Uri.EscapeDataString(segment));
        return path.ToString();
    }

    public static string Query(IReadOnlyDictionary<string, string>? metadata, params ReadOnlySpan<(string Name, string? Value)> others)
    {
        List<string> parts = [];
        foreach (var (name, value) in others)
        {
            if (value is not null) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
            parts.Add($"metadata.{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    /// <summary>A request to the sidecar, to which more headers can be added.</summary>
    public HttpRequestMessage Request(HttpMethod method, string pathAndQuery, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}{pathAndQuery}", Verbatim))
        {
            Content = content,
        };
        if (apiToken is not null) request.Headers.TryAddWithoutValidation(DaprHeaders.ApiToken, apiToken);
        return request;
    }

    /// <summary>Sends, and hands back whatever is answered.</summary>
    /// <exception cref="DaprException">There was no answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw new DaprException($"{NameOf(request)}: no connection to the Dapr sidecar at {endpoint}: {unreachable.Message}", unreachable);
        }
        catch (OperationCanceledException slow) when (slow.InnerException is TimeoutException)
        {
            throw new DaprException($"{NameOf(request)}: the Dapr sidecar at {endpoint} did not answer within {http.Timeout}.", slow);
        }
    }

    /// <inheritdoc cref="SendAsync(HttpRequestMessage, CancellationToken)"/>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string pathAndQuery, HttpContent? content, string? ifMatch, CancellationToken cancellationToken)
    {
        using var request = Request(method, pathAndQuery, content);
        if (!string.IsNullOrEmpty(ifMatch)) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Sends, and hands back a success.</summary>
    /// <exception cref="DaprException">There was no answer, or an error.</exception>
    public async Task<HttpResponseMessage> SendOkAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await ErrorAsync(response, cancellationToken);
    }

    /// <inheritdoc cref="SendOkAsync(HttpRequestMessage, CancellationToken)"/>
    public async Task<HttpResponseMessage> SendOkAsync(
        HttpMethod method, string pathAndQuery, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = Request(method, pathAndQuery, content);
        return await SendOkAsync(request, cancellationToken);
    }

    /// <summary>The exception for an answer that is an error.</summary>
    public static async Task<DaprApiException> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var (code, message) = Parse(body);
        return new DaprApiException(
            $"{(response.RequestMessage is { } request ? NameOf(request) : "The call")} was answered with {(int)response.StatusCode} {code}: {message}",
            code ?? $"HTTP_{(int)response.StatusCode}",
            response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests);
    }

    private static string NameOf(HttpRequestMessage request) => $"{request.Method} {request.RequestUri?.PathAndQuery}";

    private static (string? Code, string Message) Parse(string body)
    {
        try
        {
            var error = JsonSerializer.Deserialize<DaprErrorBody>(body, JsonSerializerOptions.Web);
            return (error?.ErrorCode, error?.Message ?? body);
        }
        catch (JsonException)
        {
            // A wrong token is answered in plain text.
            return (null, body);
        }
    }

    private sealed record DaprErrorBody(string? ErrorCode, string? Message);
}
