using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Athene.Dapr.Conformance.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Conformance;

/// <summary>An app as a service of ours is one, with its sidecar.</summary>
public sealed class ConformanceApp : IAsyncLifetime
{
    /// <summary>How long anything may take before it counts as not happening.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ISidecar sidecar = Target.Choose();
    private readonly ConcurrentDictionary<string, Channel<Delivery>> deliveries = new();
    private WebApplication app = null!;

    public DaprClient Client => app.Services.GetRequiredService<DaprClient>();

    public IDaprWorkflowClient Workflows => app.Services.GetRequiredService<IDaprWorkflowClient>();

    public static string NewId() => Guid.NewGuid().ToString("N");

    public async Task InitializeAsync()
    {
        app = await StartAppAsync();
        using var limit = new CancellationTokenSource(Limit);
        await sidecar.StartAsync(limit.Token);
        await Client.WaitForSidecarAsync(limit.Token);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await sidecar.DisposeAsync();
    }

    /// <summary>The next event with this key that the sidecar delivers.</summary>
    public async Task<Delivery> NextDeliveryAsync(string key)
    {
        using var limit = new CancellationTokenSource(Limit);
        return await Deliveries(key).Reader.ReadAsync(limit.Token);
    }

    /// <summary>Ends the app as a kill would: what it was doing gets no answer.</summary>
    public async Task RestartAppAsync()
    {
        await app.DisposeAsync();
        app = await StartAppAsync();
    }

    public async Task RestartSidecarAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await sidecar.StopAsync();
        await sidecar.StartAsync(limit.Token);
    }

    private async Task<WebApplication> StartAppAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{sidecar.Ports.App}");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DAPR_HTTP_PORT"] = sidecar.Ports.Http.ToString(CultureInfo.InvariantCulture),
            ["DAPR_GRPC_PORT"] = sidecar.Ports.Grpc.ToString(CultureInfo.InvariantCulture),
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        builder.Services.AddDaprClient();
        builder.Services.AddDaprWorkflow(SampleWorkflows.Register);
        var started = builder.Build();
        started.UseCloudEvents();
        started.MapSubscribeHandler();
        started.MapPost("/on/orders", (Order order, HttpRequest request) =>
            Deliveries(order.Key).Writer.TryWrite(new Delivery(order, request.Headers.TraceParent.ToString())))
            .WithTopic("pubsub", "conformance-orders");
        started.MapMethods("/echo/{word}", ["GET", "POST"], (string word, HttpRequest request) =>
            Results.Json(new Echo(request.Method, word, request.QueryString.Value ?? "")));
        started.MapGet("/refuse", () => Results.StatusCode(418));
        await started.StartAsync();
        return started;
    }

    private Channel<Delivery> Deliveries(string key) => deliveries.GetOrAdd(key, _ => Channel.CreateUnbounded<Delivery>());
}
