using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Athene.Dapr;

/// <summary>Replaces the body of a CloudEvent (in JSON) by its data, for the rest of the pipeline.</summary>
internal sealed class CloudEventsMiddleware(RequestDelegate next, CloudEventsMiddlewareOptions options)
{
    private const string JsonType = "application/json";

    // Dapr sends these as headers of its own, or they are the content itself.
    private static readonly string[] NeverHeaders = ["datacontenttype", "data", "data_base64", "pubsubname", "traceparent"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (CharsetOf(context.Request) is not { } charset)
        {
            await next(context);
            return;
        }

        using var envelope = await ParseAsync(context.Request.Body, charset, context.RequestAborted);
        if (envelope is not { RootElement.ValueKind: JsonValueKind.Object } || !TryUnwrap(envelope.RootElement, out var content))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        AddHeaders(context.Request, envelope.RootElement);
        var (body, type, length) = (context.Request.Body, context.Request.ContentType, context.Request.ContentLength);
        try
        {
            context.Request.Body = new MemoryStream(content.Body, writable: false);
            context.Request.ContentType = content.Type;
            context.Request.ContentLength = content.Body.Length;
            await next(context);
        }
        finally
        {
            (context.Request.Body, context.Request.ContentType, context.Request.ContentLength) = (body, type, length);
        }
    }

    /// <summary>The encoding of a CloudEvent in JSON; null for anything else.</summary>
    private static string? CharsetOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/cloudevents+json", StringComparison.OrdinalIgnoreCase)
            ? type.Charset.HasValue ? type.Charset.Value! : Encoding.UTF8.WebName
            : null;

    private static async Task<JsonDocument?> ParseAsync(Stream body, string charset, CancellationToken cancellationToken)
    {
        try
        {
            if (charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
                return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);

            using var reader = new StreamReader(body, Encoding.GetEncoding(charset));
            return JsonDocument.Parse(await reader.ReadToEndAsync(cancellationToken));
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement envelope, string name)
    {
        foreach (var property in envelope.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return property.Value;
        }

        return null;
    }

    private bool TryUnwrap(JsonElement envelope, out (byte[] Body, string? Type) content)
    {
        var data = Find(envelope, "data");
        var binary = Find(envelope, "data_base64");
        var (type, isJson) = TypeOf(envelope);
        content = (data, binary) switch
        {
            ({ } value, null) => (BytesOf(value, isJson), type),
            (null, { } value) when value.TryGetBytesFromBase64(out var bytes) => (bytes, type),
            _ => ([], null),
        };
        return content.Type is not null || (data is null && binary is null);
    }

    // What is no JSON stands in the envelope as a JSON string.
    private byte[] BytesOf(JsonElement data, bool isJson) =>
        isJson || data.ValueKind != JsonValueKind.String || options.SuppressJsonDecodingOfTextPayloads
            ? Encoding.UTF8.GetBytes(data.GetRawText())
            : Encoding.UTF8.GetBytes(data.GetString()!);

    private static (string Type, bool IsJson) TypeOf(JsonElement envelope)
    {
        if (Find(envelope, "datacontenttype") is not { ValueKind: JsonValueKind.String } declared
            || !MediaTypeHeaderValue.TryParse(declared.GetString(), out var parsed))
        {
            return (JsonType, true);
        }

        // The body is written anew, in UTF-8.
        parsed.Charset = default;
        var isJson = parsed.MediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase)
            || parsed.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
        return (parsed.ToString(), isJson);
    }

    private void AddHeaders(HttpRequest request, JsonElement envelope)
    {
        if (!options.ForwardCloudEventPropertiesAsHeaders) return;
        foreach (var property in envelope.EnumerateObject().Where(property => IsForwarded(property.Name)))
        {
            var value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText();
            request.Headers.TryAdd($"Cloudevent.{property.Name.ToLowerInvariant()}", value);
        }
    }

    private bool IsForwarded(string name) =>
        !NeverHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
        && options.IncludedCloudEventPropertiesAsHeaders?.Contains(name, StringComparer.OrdinalIgnoreCase) is not false
        && options.ExcludedCloudEventPropertiesFromHeaders?.Contains(name, StringComparer.OrdinalIgnoreCase) is not true;
}
