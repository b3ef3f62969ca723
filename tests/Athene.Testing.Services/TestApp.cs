using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Athene.Testing.Services;

/// <summary>A real app on a real port: says what the test tells it to, and remembers what it was asked.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication application;

    private TestApp(WebApplication application, int port)
    {
        this.application = application;
        Port = port;
    }

    public int Port { get; private set; }

    /// <summary>Everything asked, but for the sidecar's introduction.</summary>
    public BlockingCollection<ReceivedRequest> Received { get; } = [];

    /// <summary>What <c>GET /dapr/subscribe</c> answers.</summary>
    public string Subscriptions { get; private init; } = "[]";

    /// <summary>What <c>GET /dapr/config</c> answers; null answers 404.</summary>
    public string? Config { get; private init; }

    /// <summary>The sidecar's introduction: what it asked of <c>/dapr/config</c> and <c>/dapr/subscribe</c>.</summary>
    public ConcurrentQueue<ReceivedRequest> Introduction { get; } = [];

    /// <summary>Answers everything else.</summary>
    public Func<HttpContext, ReceivedRequest, Task> Handler { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Starts listening; a port of 0 takes a free one.</summary>
    /// <param name="subscriptions">Given here, because a sidecar may ask as soon as the port is open.</param>
    /// <param name="config">Likewise.</param>
    public static async Task<TestApp> StartAsync(int port = 0, string subscriptions = "[]", string? config = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        ListenOptions? listener = null;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, options => listener = options);
        });
        var application = builder.Build();
        TestApp? app = null;
        application.Run(context => app!.AnswerAsync(context));
        app = new TestApp(application, port) { Subscriptions = subscriptions, Config = config };
        await application.StartAsync();
        app.Port = listener!.IPEndPoint!.Port;
        return app;
    }

    /// <summary>The next request, within the limit of patience.</summary>
    public ReceivedRequest Next() =>
        Received.TryTake(out var request, TimeSpan.FromSeconds(10)) ? request : throw new TimeoutException("The app was not asked anything within 10 s.");

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(0);
        await application.StopAsync(atOnce.Token);
        await application.DisposeAsync();
        Received.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        if (request.Target is "/dapr/subscribe" or "/dapr/config")
        {
            Introduction.Enqueue(request);
            await IntroduceAsync(context.Response, request.Target == "/dapr/config" ? Config : Subscriptions);
            return;
        }

        Received.Add(request);
        await Handler(context, request);
    }

    private static Task IntroduceAsync(HttpResponse response, string? answer)
    {
        response.StatusCode = answer is null ? 404 : 200;
        response.ContentType = "application/json";
        return response.WriteAsync(answer ?? "");
    }

    private static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return new ReceivedRequest(
            context.Request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
    }
}
