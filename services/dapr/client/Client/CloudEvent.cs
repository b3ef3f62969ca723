using System.Text.Json.Serialization;

namespace Athene.Dapr;

/// <summary>The envelope attributes an app may set itself when it publishes.</summary>
public class CloudEvent
{
    [JsonPropertyName("source")]
    public Uri? Source { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("subject")]
    public string? Subject { get; init; }
}
