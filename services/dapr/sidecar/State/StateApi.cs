using System.Text.Json;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.State;

/// <summary><c>/v1.0/state</c>.</summary>
internal sealed class StateApi(StateStores stores)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1.0/state/{store}", ["POST", "PUT"], SaveAsync);
        routes.MapGet("/v1.0/state/{store}/{key}", GetAsync);
        routes.MapDelete("/v1.0/state/{store}/{key}", DeleteAsync);
        routes.MapMethods("/v1.0/state/{store}/bulk", ["POST", "PUT"], GetManyAsync);
        routes.MapMethods("/v1.0-alpha1/state/{store}/query", ["POST", "PUT"], RefuseQuery);
        routes.MapMethods("/v1.0/state/{store}/transaction", ["POST", "PUT"], TransactAsync);
    }

    private async Task SaveAsync(HttpContext context)
    {
        var store = Target(context);
        using var body = await RequestJson.ReadAsync(context, "");
        store.Save(StateRequestReader.ReadChanges(body.RootElement, store.Name));
        context.Response.StatusCode = 204;
    }

    private async Task GetAsync(HttpContext context)
    {
        if (Target(context).Get(RawTarget.Segment(context, 3)) is not { } entry)
        {
            context.Response.StatusCode = 204;
            return;
        }

        context.Response.Headers.ETag = entry.ETag;
        if (entry.Expires is { } expires) context.Response.Headers["Metadata.ttlexpiretime"] = Rfc3339.Seconds(expires);
        await context.Response.WriteBodyAsync("application/json", entry.Value);
    }

    private Task DeleteAsync(HttpContext context)
    {
        Target(context).Delete(StateChange.Delete(RawTarget.Segment(context, 3), context.Request.Headers.IfMatch.ToString()));
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private async Task GetManyAsync(HttpContext context)
    {
        var store = Target(context);
        using var body = await RequestJson.ReadAsync(context, "failed deserializing HTTP body: ");
        var keys = body.RootElement.Child("keys") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(ReadKey).ToList() : [];
        var entries = store.GetMany(keys);
        await context.Response.WriteJsonAsync(json => WriteEntries(json, keys, entries), newLine: true);
    }

    private async Task TransactAsync(HttpContext context)
    {
        var store = Target(context);
        using var body = await RequestJson.ReadAsync(context, "failed deserializing HTTP body: ");
        store.Transact(StateRequestReader.ReadOperations(body.RootElement));
        context.Response.StatusCode = 204;
    }

    private Task RefuseQuery(HttpContext context) =>
        throw new DaprException(500, "ERR_STATE_STORE_NOT_SUPPORTED", $"state store {Target(context).Name} does not support queries");

    private static string ReadKey(JsonElement key) =>
        key.ValueKind == JsonValueKind.String ? key.GetString()! : throw DaprException.Malformed("failed deserializing HTTP body: a key is not a text");

    private AppStateStore Target(HttpContext context) => stores.Find(RawTarget.Segment(context, 2), context.CallingApp().Id);

    private static void WriteEntries(Utf8JsonWriter json, List<string> keys, IReadOnlyList<StateEntry?> entries)
    {
        json.WriteStartArray();
        foreach (var (key, entry) in keys.Zip(entries))
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            if (entry is not null) WriteEntry(json, entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, StateEntry entry)
    {
        if (IsJson(entry.Value))
        {
            json.WritePropertyName("data");
            json.WriteRawValue(entry.Value, skipInputValidation: true);
        }
        else
        {
            json.WriteString("error", "the value was saved over gRPC and is not JSON: get it over gRPC, or alone");
        }

        json.WriteString("etag", entry.ETag);
        if (entry.Expires is not { } expires) return;
        json.WriteStartObject("metadata");
        json.WriteString("ttlExpireTime", Rfc3339.Seconds(expires));
        json.WriteEndObject();
    }

    private static bool IsJson(byte[] value)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            while (reader.Read())
            {
            }

            return value.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
