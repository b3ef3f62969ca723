using System.Text.Json.Serialization;

namespace Athene.Dapr.Client;

/// <summary>An event of a bulk publish as the sidecar reads it, whatever naming the app's own JSON follows.</summary>
internal sealed record PublishedEntry<TValue>(
    [property: JsonPropertyName("entryId")] string EntryId,
    [property: JsonPropertyName("event")] TValue Event,
    [property: JsonPropertyName("contentType")] string ContentType);
