using System.Globalization;
using Athene.Dapr.Workflow;
using Athene.Sidecar.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>A sidecar with an app that behaves badly, and everything by which one sees how it takes that.</summary>
internal sealed class FuzzHost : IAsyncDisposable
{
    private static readonly int[] AppStatuses = [200, 200, 200, 204, 404, 418, 500, 503];

    private readonly TemporaryDirectory directory = new();
    private readonly ServerActivity activity = new();
    private readonly TestApp app;
    private EmbeddedSidecar? sidecar;
    private int answers;

    private FuzzHost(TestApp app)
    {
        this.app = app;
        app.Handler = AnswerAsync;
    }

    public SidecarLog Log { get; } = new();

    public SidecarApp Ports => sidecar!.App(SidecarHost.AppId);

    public string StateFile => directory.Combine("state", "sidecar.db");

    /// <summary>What the app received of the usual requests, by their text.</summary>
    public HashSet<string> Heard { get; } = [];

    public static async Task<FuzzHost> StartAsync()
    {
        var host = new FuzzHost(await TestApp.StartAsync(
            subscriptions: """[{"pubsubname":"pubsub","topic":"t","route":"/on/t"},{"pubsubname":"pubsub","topic":"usual","route":"/on/usual"}]""",
            config: """{"entities":["Cat"]}"""));
        await host.StartSidecarAsync();
        return host;
    }

    /// <summary>A worker for the workflows of the usual requests.</summary>
    public async Task<IAsyncDisposable> StartWorkerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DAPR_GRPC_PORT"] = Ports.GrpcPort.ToString(CultureInfo.InvariantCulture) });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddDaprWorkflow(options =>
        {
            options.RegisterWorkflow<string, string>("Echo", (context, text) => context.CallActivityAsync<string>("Say", text));
            options.RegisterActivity<string, string>("Say", (_, text) => Task.FromResult(text));
            options.RegisterWorkflow<string?, string>("Waits", (context, _) => context.WaitForExternalEventAsync<string>("n1"));
        });
        var worker = builder.Build();
        await worker.StartAsync();
        return worker;
    }

    public async Task StartSidecarAsync() => sidecar = await EmbeddedSidecar.StartAsync(
        new SidecarOptions
        {
            StateDirectory = directory.Combine("state"),
            Apps = [new SidecarApp(SidecarHost.AppId, app.Port, 0, 0)],
            ShutdownTimeout = TimeSpan.FromSeconds(1),
        },
        builder => builder.Logging.AddProvider(Log));

    public async Task StopSidecarAsync()
    {
        if (sidecar is not null) await sidecar.DisposeAsync();
        sidecar = null;
    }

    /// <summary>Waits until every request has ended, and every connection of the raw clients.</summary>
    public Task WhenQuietAsync() => Patience.UntilAsync(() => activity.Requests == 0 && activity.ConnectionsTo(Ports.HttpPort) == 0, "every request and connection to end");

    public async ValueTask DisposeAsync()
    {
        await StopSidecarAsync();
        await app.DisposeAsync();
        activity.Dispose();
        directory.Dispose();
    }

    /// <summary>Now this and now that; also nothing at all, and half an answer.</summary>
    private async Task AnswerAsync(HttpContext context, ReceivedRequest request)
    {
        while (app.Received.TryTake(out _))
        {
            // Nobody asks for them: they would only take up memory.
        }

        if (request.Target.Contains("usual", StringComparison.Ordinal))
        {
            lock (Heard) Heard.Add(request.Text);
            await context.Response.WriteAsync("{}");
            return;
        }

        var turn = Interlocked.Increment(ref answers);
        if (turn % 11 == 0)
        {
            context.Abort();
            return;
        }

        context.Response.Headers[HttpOracle.FromApp] = "yes";
        context.Response.StatusCode = AppStatuses[turn % AppStatuses.Length];
        if (context.Response.StatusCode != 204) await context.Response.WriteAsync(turn % 2 == 0 ? """{"status":"RETRY"}""" : "[");
        if (turn % 13 == 0) context.Abort();
    }
}
