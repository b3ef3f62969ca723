using System.Globalization;
using Athene.Dapr.Conformance.Actors;
using Athene.Dapr.Conformance.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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

    /// <summary>A variable of the environment, which the secret store reads.</summary>
    public const string Secret = "CONFORMANCE_SECRET";

    private readonly ISidecar sidecar = Target.Choose();
    private WebApplication app = null!;

    public Deliveries Deliveries { get; } = new();

    public DaprClient Client => app.Services.GetRequiredService<DaprClient>();

    public IActorProxyFactory Actors => app.Services.GetRequiredService<IActorProxyFactory>();

    public IDaprWorkflowClient Workflows => app.Services.GetRequiredService<IDaprWorkflowClient>();

    public static string NewId() => Guid.NewGuid().ToString("N");

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable(Secret, "kept");
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
        builder.Services.AddActors(SampleActors.Register);
        var started = builder.Build();
        started.UseCloudEvents();
        started.MapSubscribeHandler();
        new SampleSubscriptions(Deliveries).Map(started);
        SampleMethods.Map(started);
        started.MapActorsHandlers();
        await started.StartAsync();
        return started;
    }
}
