using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.PubSub;

/// <summary><c>/v1.0/publish</c>: answered when the message is safe in the store.</summary>
internal sealed class PublishApi(Publisher publisher)
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
        await publisher.PublishAsync(
            context.CallingApp(), context.Hop(), new PublishRequest(pubsub, topic, context.Request.ContentType, body.ToArray(), Metadata(context.Request)));
        context.Response.StatusCode = 204;
    }

    private async Task PublishManyAsync(HttpContext context)
    {
        var (pubsub, topic) = Target(context);
        using var body = await ReadEntriesAsync(context, pubsub, topic);
        await publisher.PublishManyAsync(
            context.CallingApp(), context.Hop(), pubsub, topic, [.. body.RootElement.EnumerateArray().Select(ReadEntry)], Metadata(context.Request));
        context.Response.StatusCode = 204;
    }

    private (string PubSub, string Topic) Target(HttpContext context)
    {
        var pubsub = (string)context.Request.RouteValues["pubsub"]!;
        var topic = Uri.UnescapeDataString((string?)context.Request.RouteValues["topic"] ?? "");
        if (topic.Length == 0) throw DaprException.UnknownPath();
        publisher.RequireComponent(context.CallingApp(), pubsub);
        return (pubsub, topic);
    }

    private static Dictionary<string, string> Metadata(HttpRequest request) => request.Query
        .Where(pair => pair.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(pair => pair.Key[MetadataPrefix.Length..], pair => pair.Value.ToString());

    private static PublishEntry ReadEntry(JsonElement entry) =>
        new(entry.Text("entryId") ?? "", entry.Text("contentType"), EventBytes(entry.Child("event")), entry.Texts("metadata"));

    private static byte[] EventBytes(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.String => Encoding.UTF8.GetBytes(data.GetString()!),
        _ => JsonMarshal.GetRawUtf8Value(data).ToArray(),
    };

    private static async Task<JsonDocument> ReadEntriesAsync(HttpContext context, string pubsub, string topic)
    {
        try
        {
            var body = await ForeignJson.ParseAsync(context.Request.Body, context.RequestAborted);
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
}
