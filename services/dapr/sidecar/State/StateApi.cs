using System.Text.Json;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.State;

/// <summary><c>/v1.0/state</c>.</summary>
internal sealed class StateApi(StateStore store, ResourceSet resources)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/v1.0/state/{store}", ["POST", "PUT"], SaveAsync);
        routes.MapGet("/v1.0/state/{store}/{key}", GetAsync);
        routes.MapDelete("/v1.0/state/{store}/{key}", DeleteAsync);
        routes.MapMethods("/v1.0/state/{store}/bulk", ["POST", "PUT"], GetManyAsync);
        routes.MapMethods("/v1.0/state/{store}/transaction", ["POST", "PUT"], TransactAsync);
    }

    private async Task SaveAsync(HttpContext context)
    {
        var (component, keys) = Target(context);
        using var body = await RequestJson.ReadAsync(context, "");
        var changes = StateRequestReader.ReadChanges(body.RootElement, keys, component.Name);
        if (store.WriteEach(component.Name, changes) > 0)
        {
            const string refused = "possible etag mismatch. error from state store";
            var reason = changes.Count > 1 ? $"{refused}: {refused}" : refused;
            throw new DaprException(409, "ERR_STATE_SAVE", $"failed saving state in state store {component.Name}: {reason}");
        }

        context.Response.StatusCode = 204;
    }

    private async Task GetAsync(HttpContext context)
    {
        var (component, keys) = Target(context);
        if (store.Get(component.Name, keys.InStore(RawTarget.Segment(context, 3))) is not { } entry)
        {
            context.Response.StatusCode = 204;
            return;
        }

        context.Response.Headers.ETag = entry.ETag;
        if (entry.Expires is { } expires) context.Response.Headers["Metadata.ttlexpiretime"] = Rfc3339.Seconds(expires);
        await context.Response.WriteJsonTextAsync(entry.Value);
    }

    private Task DeleteAsync(HttpContext context)
    {
        var (component, keys) = Target(context);
        var key = RawTarget.Segment(context, 3);
        var etag = context.Request.Headers.IfMatch.ToString();
        var change = new StateChange(keys.InStore(key), null, etag.Length > 0 ? etag : null, FirstWrite: false, null);
        if (store.WriteEach(component.Name, [change]) > 0)
            throw new DaprException(409, "ERR_STATE_DELETE", $"failed deleting state with key {key}: possible etag mismatch. error from state store");
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private async Task GetManyAsync(HttpContext context)
    {
        var (component, keys) = Target(context);
        using var body = await RequestJson.ReadAsync(context, "failed deserializing HTTP body: ");
        var names = body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("keys", out var list)
            ? list.EnumerateArray().Select(key => key.GetString() ?? "").ToList()
            : [];
        var entries = store.GetMany(component.Name, [.. names.Select(keys.InStore)]);
        await context.Response.WriteJsonAsync(json => WriteEntries(json, names, entries), newLine: true);
    }

    private async Task TransactAsync(HttpContext context)
    {
        var (component, keys) = Target(context);
        using var body = await RequestJson.ReadAsync(context, "failed deserializing HTTP body: ");
        if (!store.WriteAll(component.Name, StateRequestReader.ReadOperations(body.RootElement, keys)))
            throw new DaprException(500, "ERR_STATE_TRANSACTION", "error while executing state transaction: possible etag mismatch. error from state store");
        context.Response.StatusCode = 204;
    }

    private (Component Component, StateKeys Keys) Target(HttpContext context)
    {
        var name = RawTarget.Segment(context, 2);
        var app = context.CallingApp().Id;
        var component = resources.StateStore(name, app) ?? throw new DaprException(400, "ERR_STATE_STORE_NOT_FOUND", $"state store {name} is not found")
        {
            Details = [ErrorDetail.Reason("DAPR_STATE_NOT_FOUND", new() { ["appID"] = app })],
        };
        return (component, new StateKeys(component, app));
    }

    private static void WriteEntries(Utf8JsonWriter json, List<string> names, IReadOnlyList<StateEntry?> entries)
    {
        json.WriteStartArray();
        foreach (var (name, entry) in names.Zip(entries))
        {
            json.WriteStartObject();
            json.WriteString("key", name);
            if (entry is not null)
            {
                json.WritePropertyName("data");
                json.WriteRawValue(entry.Value, skipInputValidation: true);
                json.WriteString("etag", entry.ETag);
                if (entry.Expires is { } expires)
                {
                    json.WriteStartObject("metadata");
                    json.WriteString("ttlExpireTime", Rfc3339.Seconds(expires));
                    json.WriteEndObject();
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
