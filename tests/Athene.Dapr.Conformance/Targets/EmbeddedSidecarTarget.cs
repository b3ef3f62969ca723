using Athene.Sidecar;
using Athene.Sidecar.Hosting;

namespace Athene.Dapr.Conformance.Targets;

/// <summary>The embedded sidecar, in this process.</summary>
internal sealed class EmbeddedSidecarTarget(SidecarTokens? tokens) : ISidecar
{
    private readonly TemporaryDirectory state = new();
    private EmbeddedSidecar? running;

    public SidecarPorts Ports { get; } = SidecarPorts.Take();

    public async Task StartAsync(CancellationToken cancellationToken) => running = await EmbeddedSidecar.StartAsync(
        new SidecarOptions
        {
            StateDirectory = state.Path,
            ResourcesPath = Target.Resources,
            Apps = [new SidecarApp(Target.AppId, Ports.App, Ports.Http, Ports.Grpc)],
            ApiToken = tokens?.Sidecar,
            AppApiToken = tokens?.App,
            ShutdownTimeout = TimeSpan.FromMilliseconds(100),
        },
        cancellationToken: cancellationToken);

    public async Task StopAsync()
    {
        if (running is not null) await running.DisposeAsync();
        running = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        state.Dispose();
    }
}
