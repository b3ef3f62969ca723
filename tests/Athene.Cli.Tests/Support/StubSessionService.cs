using System.Collections.Concurrent;
using Athene.Cli.Supervision;
using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Athene.Cli.Tests.Support;

/// <summary>A web server that plays the session service (and the notifier) for one home, and remembers what it was asked.</summary>
internal sealed class StubSessionService : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubSessionService(WebApplication app, AtheneHome home)
    {
        this.app = app;
        Home = home;
    }

    public AtheneHome Home { get; }

    public int Port => new Uri(app.Urls.First()).Port;

    public ConcurrentQueue<Request> Requests { get; } = new();

    /// <summary>Starts it with the endpoints that <paramref name="map"/> adds, and notes it in the home as running.</summary>
    public static async Task<StubSessionService> StartAsync(string home, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolver = AtheneJson.Options.TypeInfoResolver;
            foreach (var converter in AtheneJson.Options.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        var app = builder.Build();
        var stub = new StubSessionService(app, AtheneHome.From(home));
        app.Use(stub.RememberAsync);
        app.MapGet("/healthz", () => Results.Ok());
        map(app);
        await app.StartAsync();
        stub.NoteAsRunning();
        return stub;
    }

    /// <summary>An answer that refuses.</summary>
    public static IResult Refusal(string type, int status, string title, string hint) =>
        Results.Json(new ProblemDocument(type, title, status, Hint: hint), AtheneJson.Options, "application/problem+json", status);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task RememberAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Enqueue(new Request($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", headers, body));
        await next(context);
    }

    private void NoteAsRunning()
    {
        var self = ProcessIdentity.OfCurrent();
        RunFile.Write(Home, new RunDocument(
            [.. ((string[])["session", "notifier"]).Select(app => new RunningService(app, self.Pid, Port, true, self.StartTime, 0, 0, 0))], Home.StateDirectory, Home.LogsDirectory, null, self, DateTimeOffset.UtcNow));
    }

    internal sealed record Request(string Line, IReadOnlyDictionary<string, string> Headers, string Body);
}
