using System.Text.Json;

namespace Athene.Dapr.Actors.Client;

/// <summary>How a proxy reaches the sidecar.</summary>
public class ActorProxyOptions
{
    private JsonSerializerOptions jsonSerializerOptions = JsonSerializerOptions.Web;

    /// <summary>How arguments and results are written; like the web by default.</summary>
    public JsonSerializerOptions JsonSerializerOptions
    {
        get => jsonSerializerOptions;
        set => jsonSerializerOptions = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The sidecar's API token; from <c>DAPR_API_TOKEN</c> by default.</summary>
    public string? DaprApiToken { get; set; } = DaprDefaults.ApiToken();

    /// <summary>The sidecar's HTTP endpoint; from <c>DAPR_HTTP_ENDPOINT</c> or <c>DAPR_HTTP_PORT</c> by default.</summary>
    public string HttpEndpoint { get; set; } = DaprDefaults.HttpEndpoint();

    /// <summary>How long one call may take: 100 s if it is not set, without end if it is infinite.</summary>
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>For the sake of the SDK's shape: calls are JSON here in any case.</summary>
    public bool UseJsonSerialization { get; set; }
}
