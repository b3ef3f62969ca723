using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Athene.Dapr.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Benchmarks.Parts;

/// <summary>The app beside the sidecar: it answers at once, and notes when a message arrived.</summary>
internal sealed class BenchmarkedApp : IAsyncDisposable
{
    private readonly WebApplication application;
    private long delivered;

    private BenchmarkedApp(WebApplication application) => this.application = application;

    /// <summary>When the message of a number arrived, as a time stamp of <see cref="Stopwatch"/>.</summary>
    public ConcurrentDictionary<int, long> Arrivals { get; } = new();

    public long Delivered => Interlocked.Read(ref delivered);

    public IDaprWorkflowClient Workflows => application.Services.GetRequiredService<IDaprWorkflowClient>();

    public static async Task<BenchmarkedApp> StartAsync(int port, int sidecarHttp, int sidecarGrpc)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DAPR_HTTP_PORT"] = sidecarHttp.ToString(CultureInfo.InvariantCulture),
            ["DAPR_GRPC_PORT"] = sidecarGrpc.ToString(CultureInfo.InvariantCulture),
        });
        builder.Services.AddDaprWorkflow(BenchmarkedWorkflows.Register);
        var app = new BenchmarkedApp(builder.Build());
        app.Map();
        await app.application.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private void Map()
    {
        application.MapGet("/dapr/subscribe", () => Results.Text("""[{"pubsubname":"pubsub","topic":"orders","route":"on/orders"}]""", "application/json"));
        application.MapGet("/dapr/config", () => Results.Text("""{"entities":["Counter"]}""", "application/json"));
        application.MapGet("/healthz", () => Results.Ok());
        application.MapPost("/on/orders", Deliver);
        application.MapPut("/actors/{type}/{id}/method/{name}", () => Results.Ok());
        application.MapDelete("/actors/{type}/{id}", () => Results.Ok());
        application.MapPost("/echo", () => Results.Ok());
    }

    private async Task Deliver(HttpContext context)
    {
        var now = Stopwatch.GetTimestamp();
        var message = await context.Request.ReadFromJsonAsync<Envelope>();
        Arrivals[message!.Data.Number] = now;
        Interlocked.Increment(ref delivered);
    }

    private sealed record Envelope(Order Data);

    private sealed record Order(int Number);
}
