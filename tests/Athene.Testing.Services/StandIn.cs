using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Athene.Contracts.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Athene.Testing.Services;

/// <summary>An app beside the service under test: in place of another service, and to hear what is published.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Topic, JsonElement Envelope)> heard = [];

    private StandIn(string appId, WebApplication app) => (AppId, this.app) = (appId, app);

    public string AppId { get; }

    public int Port { get; } = FreePort.Next();

    /// <param name="topics">What it listens to.</param>
    /// <param name="map">The addresses it answers.</param>
    public static async Task<StandIn> StartAsync(string appId, IReadOnlyList<string> topics, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolver = AtheneJson.Options.TypeInfoResolver);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new SnakeCaseEnumConverter()));
        var standIn = new StandIn(appId, builder.Build());
        standIn.app.Urls.Add($"http://{IPAddress.Loopback}:{standIn.Port}");
        standIn.app.MapGet("/dapr/subscribe", () => topics.Select(topic => new { pubsubname = "pubsub", topic, route = $"/heard/{topic}" }));
        standIn.app.MapPost("/heard/{topic}", async (string topic, HttpRequest request) =>
            standIn.heard.Enqueue((topic, (await JsonDocument.ParseAsync(request.Body)).RootElement)));
        map?.Invoke(standIn.app);
        await standIn.app.StartAsync();
        return standIn;
    }

    /// <summary>What was published on a topic so far, in order.</summary>
    public IReadOnlyList<T> Heard<T>(string topic) =>
        [.. Envelopes(topic).Select(envelope => envelope.GetProperty("data").Deserialize<T>(AtheneJson.Options)!)];

    /// <summary>The CloudEvents of a topic so far.</summary>
    public IReadOnlyList<JsonElement> Envelopes(string topic) => [.. heard.Where(message => message.Topic == topic).Select(message => message.Envelope)];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
