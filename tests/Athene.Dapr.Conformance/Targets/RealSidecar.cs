namespace Athene.Dapr.Conformance.Targets;

/// <summary>
/// A real <c>daprd</c> with a placement and a scheduler service of its own, all on free ports of 127.0.0.1 and with their
/// data in one temporary directory. Flags are those of Dapr 1.16 to 1.18.
/// </summary>
internal sealed class RealSidecar(string daprd, string placement, string scheduler, SidecarTokens? tokens) : ISidecar
{
    private readonly TemporaryDirectory data = new();
    private readonly int[] inner = FreePort.Take(11);
    private readonly List<DaprProcess> controlPlane = [];
    private DaprProcess? sidecar;

    public SidecarPorts Ports { get; } = SidecarPorts.Take();

    private Dictionary<string, string> Environment => tokens is null
        ? []
        : new() { ["DAPR_API_TOKEN"] = tokens.Sidecar, ["APP_API_TOKEN"] = tokens.App };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (controlPlane.Count == 0) await StartControlPlaneAsync(cancellationToken);
        sidecar = DaprProcess.Start(daprd, data.Path, Environment,
            $"--app-id={Target.AppId}", "--app-protocol=http", $"--app-port={Ports.App}",
            $"--dapr-http-port={Ports.Http}", $"--dapr-grpc-port={Ports.Grpc}", $"--dapr-internal-grpc-port={inner[0]}", "--dapr-listen-addresses=127.0.0.1",
            $"--metrics-port={inner[1]}", $"--resources-path={Target.Resources}", "--dapr-graceful-shutdown-seconds=1",
            $"--placement-host-address=127.0.0.1:{inner[2]}", $"--scheduler-host-address=127.0.0.1:{inner[3]}");
        await sidecar.WhenHealthyAsync(Ports.Http, "/v1.0/healthz/outbound", cancellationToken);
    }

    public async Task StopAsync()
    {
        if (sidecar is not null) await sidecar.DisposeAsync();
        sidecar = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var service in controlPlane) await service.DisposeAsync();
        data.Dispose();
    }

    private async Task StartControlPlaneAsync(CancellationToken cancellationToken)
    {
        controlPlane.Add(DaprProcess.Start(placement, data.Path, [],
            "--listen-address=127.0.0.1", $"--port={inner[2]}", $"--healthz-port={inner[4]}", $"--metrics-port={inner[5]}",
            "--id=placement-0", $"--initial-cluster=placement-0=127.0.0.1:{inner[6]}"));
        controlPlane.Add(DaprProcess.Start(scheduler, data.Path, [],
            "--listen-address=127.0.0.1", $"--port={inner[3]}", $"--healthz-port={inner[7]}", $"--metrics-port={inner[8]}",
            "--id=scheduler-0", $"--etcd-data-dir={data.Combine("scheduler")}", $"--etcd-client-port={inner[9]}",
            $"--etcd-initial-cluster=scheduler-0=http://127.0.0.1:{inner[10]}"));
        await controlPlane[0].WhenHealthyAsync(inner[4], "/healthz", cancellationToken);
        await controlPlane[1].WhenHealthyAsync(inner[7], "/healthz", cancellationToken);
    }
}
