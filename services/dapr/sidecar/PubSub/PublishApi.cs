using System.Globalization;
using System.Text;
using System.Text.Json;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.PubSub;

/// <summary><c>/v1.0/publish</c>: answered when the message is safe in the store.</summary>
internal sealed class PublishApi(Broker broker, ResourceSet resources, TimeProvider clock)
{
    private const string MetadataPrefix = "metadata.";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1.0/publish/{pubsub}/{**topic}", ["POST", "PUT"], PublishAsync);
        routes.MapMethods("/v1.0/publish/bulk/{pubsub}/{**topic}", ["POST", "PUT"], PublishManyAsync);
        routes.MapMethods("/v1.0-alpha1/publish/bulk/{pubsub}/{**topic}", ["POST", "PUT"], PublishManyAsync);
    }

    private async Task PublishAsync(HttpContext context)
    {
        var (pubsub, topic) = Target(context);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var metadata = Metadata(context.Request);
        var request = new PublishRequest(pubsub, topic, context.Request.ContentType, body.ToArray(), metadata, Expiry(metadata));
        broker.Publish([ToMessage(request, context.CallingApp(), context.Hop())]);
        context.Response.StatusCode = 204;
    }

    private async Task PublishManyAsync(HttpContext context)
    {
        var (pubsub, topic) = Target(context);
        using var body = await ReadEntriesAsync(context, pubsub, topic);
        var shared = Metadata(context.Request);
        HashSet<string> ids = [];
        List<Message> messages = [];
        foreach (var entry in body.RootElement.EnumerateArray())
        {
            if (!entry.TryGetProperty("entryId", out var id) || id.GetString() is not { Length: > 0 } text || !ids.Add(text))
                throw DuplicateEntry(context.CallingApp(), pubsub, topic);
            var metadata = new Dictionary<string, string>(shared);
            if (entry.TryGetProperty("metadata", out var own) && own.ValueKind == JsonValueKind.Object)
                foreach (var property in own.EnumerateObject()) metadata[property.Name] = property.Value.ToString();
            var request = new PublishRequest(pubsub, topic, entry.TryGetProperty("contentType", out var type) ? type.GetString() : null, EventBytes(entry), metadata, Expiry(metadata));
            messages.Add(ToMessage(request, context.CallingApp(), context.Hop() with { TraceParent = TraceHop.Child(context.Hop().TraceParent) }));
        }

        broker.Publish(messages);
        context.Response.StatusCode = 204;
    }

    private Message ToMessage(PublishRequest request, HostedApp app, TraceHop hop) => request.IsRaw
        ? new Message(request.PubSub, request.Topic, request.Body, request.Metadata, null, request.Expires)
        : new Message(request.PubSub, request.Topic, CloudEvent.Wrap(request, app.Id, hop, clock.GetUtcNow()), request.Metadata, hop.TraceParent, request.Expires);

    private (string PubSub, string Topic) Target(HttpContext context)
    {
        var pubsub = (string)context.Request.RouteValues["pubsub"]!;
        var topic = Uri.UnescapeDataString((string?)context.Request.RouteValues["topic"] ?? "");
        if (topic.Length == 0) throw DaprException.UnknownPath();
        if (resources.PubSub(pubsub, context.CallingApp().Id) is null)
        {
            throw new DaprException(404, "ERR_PUBSUB_NOT_FOUND", $"pubsub {pubsub} is not found")
            {
                Details = [ErrorDetail.Reason("DAPR_PUBSUB_NOT_FOUND", [])],
            };
        }

        return (pubsub, topic);
    }

    private DateTimeOffset? Expiry(IReadOnlyDictionary<string, string> metadata) =>
        long.TryParse(metadata.GetValueOrDefault("ttlInSeconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? clock.GetUtcNow().AddSeconds(seconds)
            : null;

    private static Dictionary<string, string> Metadata(HttpRequest request) => request.Query
        .Where(pair => pair.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(pair => pair.Key[MetadataPrefix.Length..], pair => pair.Value.ToString());

    private static byte[] EventBytes(JsonElement entry)
    {
        if (!entry.TryGetProperty("event", out var data)) return [];
        return Encoding.UTF8.GetBytes(data.ValueKind == JsonValueKind.String ? data.GetString()! : data.GetRawText());
    }

    private static async Task<JsonDocument> ReadEntriesAsync(HttpContext context, string pubsub, string topic)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Array ? body : throw new JsonException("an array of entries is expected");
        }
        catch (JsonException e)
        {
            var message = $"error when unmarshaling the request for topic {topic} pubsub {pubsub}: {e.Message}";
            throw new DaprException(400, "ERR_PUBSUB_EVENTS_SER", message)
            {
                Details =
                [
                    ErrorDetail.Resource(pubsub, "pubsub", message),
                    ErrorDetail.Reason("DAPR_PUBSUB_UNMARSHAL_EVENTS", new() { ["appID"] = context.CallingApp().Id }),
                ],
            };
        }
    }

    private static DaprException DuplicateEntry(HostedApp app, string pubsub, string topic)
    {
        const string reason = "entryId is duplicated or not present for entry";
        var message = $"error marshaling events to bytes for topic {topic} pubsub {pubsub}. error: {reason}";
        return new DaprException(400, "ERR_PUBSUB_EVENTS_SER", message)
        {
            Details =
            [
                ErrorDetail.Resource(pubsub, "pubsub", message),
                ErrorDetail.Reason("DAPR_PUBSUB_MARSHAL_EVENTS", new() { ["appID"] = app.Id, ["error"] = reason }),
            ],
        };
    }
}
