using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Athene.Dapr.Tests.Client;

/// <summary>Answers as the recorded sidecar did, to exactly the requests that were recorded and in their order.</summary>
internal sealed class RecordedSidecar : IAsyncDisposable
{
    // The headers that carry meaning, beside the tracing and length of every message.
    private static readonly string[] Told = ["If-Match", "Dapr-Reentrancy-Id"];
    private static readonly string[] Answered = ["Etag", "X-Daprerrorresponseheader"];

    private readonly Queue<JsonElement> records;
    private LocalServer server = null!;

    private RecordedSidecar(IEnumerable<JsonElement> records) => this.records = new Queue<JsonElement>(records);

    public string Endpoint => server.Address.ToString();

    public DaprClient Client => new DaprClientBuilder().UseHttpEndpoint(Endpoint).Build();

    /// <summary>Plays the app's requests of the named cases.</summary>
    public static async Task<RecordedSidecar> PlayAsync(string recording, params string[] cases)
    {
        var all = HttpRecording.Read(recording)
            .Where(record => record.GetProperty("direction").GetString() == "app->sidecar")
            .ToLookup(record => record.GetProperty("case").GetString()!);
        var sidecar = new RecordedSidecar(cases.SelectMany(name => all[name]));
        sidecar.server = await LocalServer.StartAsync(application => application.Run(sidecar.AnswerAsync));
        return sidecar;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var record = records.Dequeue();
        var expected = record.GetProperty("request");
        using var reader = new StreamReader(context.Request.Body);
        var actual = $"{context.Request.Method} {RawTarget(context)} {string.Concat(Told.Select(name => context.Request.Headers[name]))} "
            + Normal(await reader.ReadToEndAsync());
        var wanted = $"{expected.GetProperty("method").GetString()} {expected.GetProperty("path").GetString()} "
            + $"{string.Concat(Told.Select(name => Header(expected, name)))} {Normal(expected.GetProperty("body").GetString() ?? "")}";
        if (actual != wanted)
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            await context.Response.WriteAsync($"recorded: {wanted}\nasked:    {actual}");
            return;
        }

        var response = record.GetProperty("response");
        context.Response.StatusCode = response.GetProperty("status").GetInt32();
        foreach (var name in Answered.Where(name => Header(response, name).Length > 0)) context.Response.Headers[name] = Header(response, name);
        if (response.GetProperty("body").GetString() is { } body) await context.Response.WriteAsync(body);
    }

    private static string RawTarget(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private static string Header(JsonElement message, string name) =>
        message.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString()! : "";

    // The same JSON in the same words, whoever wrote it.
    private static string Normal(string body)
    {
        try
        {
            return JsonNode.Parse(body)?.ToJsonString() ?? body;
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
