namespace Athene.Dapr.Client;

/// <summary>Turns <c>http://app-id/path</c> into a service invocation through the sidecar.</summary>
public class InvocationHandler : DelegatingHandler
{
    private Uri endpoint = new(DaprDefaults.HttpEndpoint());
    private string? apiToken = DaprDefaults.ApiToken();

    /// <summary>The sidecar's HTTP endpoint.</summary>
    public string DaprEndpoint
    {
        get => endpoint.OriginalString;
        set => endpoint = SidecarHttp.ParseEndpoint(value);
    }

    /// <summary>The app id to use in its own letters; a URI would put it in lower case.</summary>
    public string? DefaultAppId { get; set; }

    internal string? DaprApiToken
    {
        get => apiToken;
        set => apiToken = value;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var original = request.RequestUri;
        if (original is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            throw new ArgumentException($"The request URI '{original}' does not name an app: use http://app-id/path.", nameof(request));

        try
        {
            request.RequestUri = Rewrite(original);
            if (!string.IsNullOrEmpty(apiToken)) request.Headers.TryAddWithoutValidation(DaprHeaders.ApiToken, apiToken);
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = original;
            request.Headers.Remove(DaprHeaders.ApiToken);
        }
    }

    private Uri Rewrite(Uri uri)
    {
        var appId = string.Equals(uri.Host, DefaultAppId, StringComparison.OrdinalIgnoreCase) ? DefaultAppId : uri.Host;
        return new Uri(endpoint, $"/v1.0/invoke/{appId}/method{uri.PathAndQuery}");
    }
}
