using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Secrets;

/// <summary><c>/v1.0/secrets</c>, from the environment of the sidecar. Its own tokens stay its own.</summary>
internal sealed class SecretsApi(ResourceSet resources)
{
    private static readonly string[] Hidden = ["DAPR_API_TOKEN", "APP_API_TOKEN"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/secrets/{store}/bulk", GetAllAsync);
        routes.MapGet("/v1.0/secrets/{store}/{key}", GetAsync);
    }

    private Task GetAsync(HttpContext context)
    {
        CheckStore(context);
        var key = RawTarget.Segment(context, 3);
        return context.Response.WriteJsonAsync(json =>
        {
            json.WriteStartObject();
            json.WriteString(key, Hidden.Contains(key) ? "" : Environment.GetEnvironmentVariable(key) ?? "");
            json.WriteEndObject();
        }, newLine: true);
    }

    private Task GetAllAsync(HttpContext context)
    {
        CheckStore(context);
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .Where(variable => !Hidden.Contains(variable.Name))
            .OrderBy(variable => variable.Name, StringComparer.Ordinal);
        return context.Response.WriteJsonAsync(json =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in variables)
            {
                json.WriteStartObject(name);
                json.WriteString(name, value);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }, newLine: true);
    }

    private void CheckStore(HttpContext context)
    {
        var name = RawTarget.Segment(context, 2);
        if (resources.SecretStore(name, context.CallingApp().Id) is null)
            throw new DaprException(401, "ERR_SECRET_STORE_NOT_FOUND", $"failed finding secret store with key {name}");
    }
}
