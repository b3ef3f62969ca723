using System.Text.Json;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Secrets;

/// <summary><c>/v1.0/secrets</c>.</summary>
internal sealed class SecretsApi(SecretStores stores)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/secrets/{store}/bulk", GetAllAsync);
        routes.MapGet("/v1.0/secrets/{store}/{key}", GetAsync);
    }

    private Task GetAsync(HttpContext context)
    {
        var secret = stores.Get(RawTarget.Segment(context, 2), context.CallingApp().Id, RawTarget.Segment(context, 3));
        return context.Response.WriteJsonAsync(json => Write(json, secret), newLine: true);
    }

    private Task GetAllAsync(HttpContext context)
    {
        var secrets = stores.GetAll(RawTarget.Segment(context, 2), context.CallingApp().Id);
        return context.Response.WriteJsonAsync(json =>
        {
            json.WriteStartObject();
            foreach (var (name, values) in secrets)
            {
                json.WritePropertyName(name);
                Write(json, values);
            }

            json.WriteEndObject();
        }, newLine: true);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, string> values)
    {
        json.WriteStartObject();
        foreach (var (name, value) in values) json.WriteString(name, value);
        json.WriteEndObject();
    }
}
