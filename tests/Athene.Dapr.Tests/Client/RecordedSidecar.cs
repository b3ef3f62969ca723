using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Athene.Dapr.Tests.Client;

/// <summary>Answers as the recorded sidecar did, to exactly the requests that were recorded and in their order.</summary>
internal sealed class RecordedSidecar : IAsyncDisposable
{
    // The headers of a request that carry meaning, beside the tracing and length of every message.
    private static readonly string[] Told = ["If-Match", "dapr-api-token", "Dapr-Reentrancy-Id"];
    private static readonly string[] HeadersOfTheHop = ["Date", "Content-Length", "Transfer-Encoding", "Traceparent"];

    private readonly Queue<JsonElement> records;
    private LocalServer server = null!;

    private RecordedSidecar(IEnumerable<JsonElement> records) => this.records = new Queue<JsonElement>(records);

    public string Endpoint => server.Address.ToString();

    public DaprClient Client => ClientWith(token: "");

    /// <summary>Whether every recorded request was made.</summary>
    public bool IsPlayed => records.Count == 0;

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

    public DaprClient ClientWith(string token) =>
        new DaprClientBuilder().UseHttpEndpoint(Endpoint).UseDaprApiToken(token).Build();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var record = records.Dequeue();
        var wanted = Recorded(record.GetProperty("request"));
        var actual = await AskedAsync(context);
        if (actual != wanted)
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            await context.Response.WriteAsync($"recorded: {wanted}\nasked:    {actual}");
            return;
        }

        var response = record.GetProperty("response");
        context.Response.StatusCode = response.GetProperty("status").GetInt32();
        foreach (var header in response.GetProperty("headers").EnumerateObject().Where(header => !HeadersOfTheHop.Contains(header.Name)))
            context.Response.Headers[header.Name] = header.Value.GetString();
        if (response.GetProperty("body") is { ValueKind: JsonValueKind.String } body) await context.Response.WriteAsync(body.GetString()!);
    }

    private static string Recorded(JsonElement request) => Line(
        request.GetProperty("method").GetString()!,
        request.GetProperty("path").GetString()!,
        Told.Select(name => Header(request, name)),
        Header(request, "Content-Type"),
        request.GetProperty("body") switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { ValueKind: JsonValueKind.Object } bytes => bytes.GetProperty("base64").GetString()!,
            _ => "",
        });

    private static async Task<string> AskedAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var text = headers.ContentType == "application/octet-stream"
            ? Convert.ToBase64String(body.ToArray())
            : System.Text.Encoding.UTF8.GetString(body.ToArray());
        // A colon in a path may be escaped, and need not.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Replace("%3A", ":", StringComparison.Ordinal);
        return Line(context.Request.Method, target, Told.Select(name => headers[name].ToString()), headers.ContentType.ToString(), text);
    }

    private static string Line(string method, string target, IEnumerable<string> told, string contentType, string body) =>
        $"{method} {target} [{string.Join(", ", told)}] {contentType.Split(';')[0]} {Normal(body)}";

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
