using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Dapr.Tests.Actors;

/// <summary>
/// Stores the state of actors and passes calls on to their app, without locks, reminders or anything else: what is seen
/// through it is the app's own doing. Every call gets a reentrancy id, as from a sidecar that has reentrancy switched on.
/// </summary>
internal sealed class PassingSidecar : IAsyncDisposable
{
    private static readonly string[] Passed = ["Dapr-Reentrancy-Id", "X-DaprRequestHeader", "X-DaprErrorResponseHeader"];

    private readonly ConcurrentDictionary<string, string> states = new();
    private readonly ConcurrentQueue<string> reads = new();
    private readonly ConcurrentQueue<string> commits = new();
    private readonly HttpClient http = new();
    private LocalServer server = null!;

    public Uri Address => server.Address;

    public Uri? App { get; set; }

    public bool RefusesCommits { get; set; }

    /// <summary>The names of values that were read, in order.</summary>
    public IReadOnlyCollection<string> Reads => reads;

    /// <summary>The bodies of commits that were taken, in order.</summary>
    public IReadOnlyCollection<string> Commits => commits;

    public static async Task<PassingSidecar> StartAsync()
    {
        var sidecar = new PassingSidecar();
        sidecar.server = await LocalServer.StartAsync(application =>
        {
            application.MapGet("/v1.0/actors/{type}/{id}/state/{name}", sidecar.Read);
            application.MapPut("/v1.0/actors/{type}/{id}/state", sidecar.CommitAsync);
            application.MapPut("/v1.0/actors/{type}/{id}/method/{method}", sidecar.PassOnAsync);
        });
        return sidecar;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private IResult Read(string type, string id, string name)
    {
        reads.Enqueue(name);
        return states.TryGetValue($"{type}/{id}/{name}", out var value) ? Results.Text(value, "application/json") : Results.NoContent();
    }

    private async Task<IResult> CommitAsync(string type, string id, HttpRequest request)
    {
        if (RefusesCommits) return Error("ERR_ACTOR_STATE_TRANSACTION_SAVE", "the disk is full");
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        foreach (var operation in JsonNode.Parse(body)!.AsArray())
        {
            var key = $"{type}/{id}/{operation!["request"]!["key"]}";
            if (operation["operation"]!.GetValue<string>() == "delete") states.TryRemove(key, out _);
            else states[key] = operation["request"]!["value"]?.ToJsonString() ?? "null";
        }

        commits.Enqueue(body);
        return Results.NoContent();
    }

    private async Task<IResult> PassOnAsync(string type, string id, string method, HttpContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(App!, $"/actors/{type}/{id}/method/{method}"))
        {
            Content = new StreamContent(context.Request.Body),
        };
        if (!context.Request.Headers.ContainsKey(Passed[0])) request.Headers.Add(Passed[0], Guid.NewGuid().ToString());
        foreach (var header in Passed.Where(context.Request.Headers.ContainsKey))
            request.Headers.Add(header, context.Request.Headers[header].ToString());
        using var answer = await http.SendAsync(request, context.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (answer.StatusCode != HttpStatusCode.OK)
            return Error("ERR_ACTOR_INVOKE_METHOD", $"error from actor service: ({(int)answer.StatusCode}) {System.Text.Encoding.UTF8.GetString(body)}");
        if (answer.Headers.TryGetValues(Passed[2], out var error)) context.Response.Headers[Passed[2]] = error.First();
        return Results.Bytes(body, "application/json");
    }

    private static IResult Error(string errorCode, string message) => Results.Json(
        new { errorCode, message }, JsonSerializerOptions.Web, statusCode: StatusCodes.Status500InternalServerError);
}
