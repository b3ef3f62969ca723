using System.Text.Json;

namespace Athene.Dapr.Client;

/// <summary>Builds a <see cref="DaprClient"/>. Endpoint and token come from the environment unless they are set here.</summary>
public sealed class DaprClientBuilder
{
    private string httpEndpoint = DaprDefaults.HttpEndpoint();
    private string grpcEndpoint = DaprDefaults.GrpcEndpoint();
    private string? apiToken = DaprDefaults.ApiToken();
    private JsonSerializerOptions json = JsonSerializerOptions.Web;
    private TimeSpan timeout;

    /// <summary>The sidecar's HTTP endpoint, such as <c>http://127.0.0.1:3500</c>.</summary>
    public DaprClientBuilder UseHttpEndpoint(string httpEndpoint)
    {
        ArgumentException.ThrowIfNullOrEmpty(httpEndpoint);
        this.httpEndpoint = httpEndpoint;
        return this;
    }

    /// <summary>The sidecar's gRPC endpoint, such as <c>http://127.0.0.1:50001</c>.</summary>
    public DaprClientBuilder UseGrpcEndpoint(string grpcEndpoint)
    {
        ArgumentException.ThrowIfNullOrEmpty(grpcEndpoint);
        this.grpcEndpoint = grpcEndpoint;
        return this;
    }

    /// <summary>How values and events are written as JSON; like the web by default.</summary>
    public DaprClientBuilder UseJsonSerializationOptions(JsonSerializerOptions options)
    {
        json = options;
        return this;
    }

    /// <summary>The sidecar's API token.</summary>
    public DaprClientBuilder UseDaprApiToken(string apiToken)
    {
        this.apiToken = string.IsNullOrWhiteSpace(apiToken) ? null : apiToken;
        return this;
    }

    /// <summary>How long one call may take; 100 s by default.</summary>
    public DaprClientBuilder UseTimeout(TimeSpan timeout)
    {
        this.timeout = timeout;
        return this;
    }

    /// <exception cref="ArgumentException">An endpoint is no http or https address.</exception>
    public DaprClient Build()
    {
        var http = new HttpClient(SidecarConnections.Handler, disposeHandler: false);
        if (timeout > TimeSpan.Zero) http.Timeout = timeout;
        return new DaprHttpClient(SidecarHttp.ParseEndpoint(httpEndpoint), SidecarHttp.ParseEndpoint(grpcEndpoint), http, apiToken, json);
    }
}
