using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.PubSub;

/// <summary>Puts what is published into a CloudEvents 1.0 envelope, or completes the one it already has.</summary>
internal static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    private const string DefaultType = "com.dapr.event.sent";
    private const string DefaultSource = "Dapr";
    private const string OverridePrefix = "cloudevent.";

    public static byte[] Wrap(PublishRequest request, string appId, TraceHop hop, DateTimeOffset now)
    {
        var isEvent = MediaType(request.ContentType) == ContentType;
        var envelope = (isEvent ? TryParse(request.Body) as JsonObject : null) ?? NewEnvelope(request, appId);
        envelope["pubsubname"] = request.PubSub;
        envelope["topic"] = request.Topic;
        SetDefault(envelope, "id", Guid.NewGuid().ToString());
        SetDefault(envelope, "source", DefaultSource);
        SetDefault(envelope, "specversion", "1.0");
        SetDefault(envelope, "type", DefaultType);
        SetDefault(envelope, "time", Rfc3339.Seconds(now));
        SetDefault(envelope, "traceid", hop.TraceParent);
        SetDefault(envelope, "traceparent", hop.TraceParent);
        SetDefault(envelope, "tracestate", hop.TraceState);
        if (request.Expires(now) is { } expires) envelope["expiration"] = Rfc3339.Seconds(expires);
        foreach (var (name, value) in request.Metadata.Where(pair => pair.Key.StartsWith(OverridePrefix, StringComparison.OrdinalIgnoreCase)))
            envelope[name[OverridePrefix.Length..]] = value;
        return ToBytes(envelope);
    }

    /// <summary>What a raw subscription gets: the bytes as they are, in an envelope that says nothing about them.</summary>
    public static byte[] WrapRaw(Message message, long id) => ToBytes(new JsonObject
    {
        ["data_base64"] = Convert.ToBase64String(message.Body),
        ["datacontenttype"] = "application/octet-stream",
        ["id"] = StableId(id).ToString(),
        ["pubsubname"] = message.PubSub,
        ["source"] = DefaultSource,
        ["specversion"] = "1.0",
        ["topic"] = message.Topic,
        ["type"] = DefaultType,
    });

    private static JsonObject NewEnvelope(PublishRequest request, string appId)
    {
        var contentType = request.ContentType is { Length: > 0 } given ? given : "text/plain";
        var envelope = new JsonObject { ["source"] = appId, ["datacontenttype"] = contentType };
        if (MediaType(contentType) == "application/octet-stream") envelope["data_base64"] = Convert.ToBase64String(request.Body);
        // The envelope is a level of its own, and has to be read again for routing.
        else if (IsJson(MediaType(contentType)) && TryParse(request.Body, ForeignJson.MaxDepth - 1, out var data)) envelope["data"] = data;
        else envelope["data"] = Encoding.UTF8.GetString(request.Body);
        return envelope;
    }

    private static void SetDefault(JsonObject envelope, string name, string value)
    {
        if (envelope[name] is null) envelope[name] = value;
    }

    private static byte[] ToBytes(JsonObject envelope) => ResponseJson.ToBytes(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in envelope.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            if (value is null) json.WriteNullValue();
            else value.WriteTo(json);
        }

        json.WriteEndObject();
    });

    /// <summary>The value with all keys in order, as Go writes maps, and of two equal keys the last, as Go reads them.</summary>
    private static JsonNode? Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject()
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .OrderBy(members => members.Key, StringComparer.Ordinal)
            .Select(members => KeyValuePair.Create(members.Key, Sorted(members.Last().Value)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Sorted)]),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value.Clone()),
    };

    /// <summary>The same for every delivery of one message, so that a receiver can tell a repetition.</summary>
    private static Guid StableId(long id) => new((int)(id >> 32), 0, 0x4000, 0x80, 0, 0, 0, (byte)(id >> 24), (byte)(id >> 16), (byte)(id >> 8), (byte)id);

    private static bool IsJson(string mediaType) => mediaType is "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal);

    private static string MediaType(string? contentType) => (contentType ?? "").Split(';', 2)[0].Trim().ToLowerInvariant();

    private static JsonNode? TryParse(byte[] body) => TryParse(body, ForeignJson.MaxDepth, out var node) ? node : null;

    /// <exception cref="DaprException">It may be JSON, but is nested too deeply to be read.</exception>
    private static bool TryParse(byte[] body, int maxDepth, out JsonNode? node)
    {
        try
        {
            using var json = ForeignJson.Parse(body, maxDepth);
            node = Sorted(json.RootElement);
            return true;
        }
        catch (JsonException)
        {
            if (ForeignJson.IsTooDeep(body, maxDepth)) throw DaprException.Malformed($"the data is nested deeper than {maxDepth} levels");
            node = null;
            return false;
        }
    }
}
