using System.Text.Json.Serialization;

namespace Athene.Dapr;

/// <summary>An event to publish in an envelope of one's own.</summary>
public class CloudEvent<TData>(TData data) : CloudEvent
{
    public TData Data { get; } = data;

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = "application/json";
}
