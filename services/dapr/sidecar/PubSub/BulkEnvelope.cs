using System.Text.Json;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.PubSub;

/// <summary>The body of a bulk delivery: an entry for each message, in the order of publishing.</summary>
internal static class BulkEnvelope
{
    public const string ContentType = "application/json";

    public static byte[] Write(Subscription subscription, IReadOnlyList<RoutedMessage> messages, IReadOnlyList<string> entryIds) => ResponseJson.ToBytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("entries");
        foreach (var (message, id) in messages.Zip(entryIds)) WriteEntry(json, message, id, subscription.IsRaw);
        json.WriteEndArray();
        json.WriteString("id", Guid.NewGuid().ToString());
        json.WriteStartObject("metadata");
        json.WriteString("pubsubName", subscription.PubSub);
        json.WriteEndObject();
        json.WriteString("pubsubname", subscription.PubSub);
        json.WriteString("topic", subscription.Topic);
        json.WriteString("type", "com.dapr.event.sent.bulk");
        json.WriteEndObject();
    });

    private static void WriteEntry(Utf8JsonWriter json, RoutedMessage message, string id, bool isRaw)
    {
        var stored = message.Due.Message;
        json.WriteStartObject();
        json.WriteString("entryId", id);
        json.WritePropertyName("event");
        // Something published raw need not be JSON, which this body has to be.
        var isBare = isRaw || stored.Trace is null;
        if (isBare) json.WriteBase64StringValue(stored.Body);
        else json.WriteRawValue(stored.Body, skipInputValidation: true);
        json.WritePropertyName("metadata");
        if (stored.Metadata.Count == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStartObject();
            foreach (var (name, value) in stored.Metadata) json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteString("contentType", isBare ? "application/octet-stream" : CloudEvent.ContentType);
        json.WriteEndObject();
    }
}
