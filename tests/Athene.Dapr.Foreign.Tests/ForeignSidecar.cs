using System.Globalization;
using Athene.Sidecar;
using Athene.Sidecar.Hosting;

namespace Athene.Dapr.Foreign;

/// <summary>An embedded sidecar for an app in JavaScript, and for another one that only calls it.</summary>
public sealed class ForeignSidecar : IAsyncDisposable
{
    private readonly TemporaryDirectory directory;
    private readonly EmbeddedSidecar sidecar;
    private readonly string? apiToken;

    private ForeignSidecar(TemporaryDirectory directory, EmbeddedSidecar sidecar, string? apiToken) =>
        (this.directory, this.sidecar, this.apiToken) = (directory, sidecar, apiToken);

    /// <summary>What a script has to know to find its sidecars.</summary>
    public IReadOnlyDictionary<string, string?> Environment
    {
        get
        {
            var (app, caller) = (sidecar.App("js"), sidecar.App("caller"));
            return new Dictionary<string, string?>
            {
                ["APP_PORT"] = Text(app.AppPort),
                ["DAPR_HTTP_PORT"] = Text(app.HttpPort),
                ["DAPR_GRPC_PORT"] = Text(app.GrpcPort),
                ["CALLER_HTTP_PORT"] = Text(caller.HttpPort),
                ["CALLER_GRPC_PORT"] = Text(caller.GrpcPort),
                ["DAPR_API_TOKEN"] = apiToken,
                // The SDK's gRPC library would go through a proxy, even to this machine.
                ["no_proxy"] = "127.0.0.1",
            };
        }
    }

    public static async Task<ForeignSidecar> StartAsync(string? apiToken)
    {
        var directory = new TemporaryDirectory();
        var sidecar = await EmbeddedSidecar.StartAsync(new SidecarOptions
        {
            StateDirectory = directory.Path,
            ResourcesPath = Path.Combine(AppContext.BaseDirectory, "Resources"),
            Apps = [new SidecarApp("js", FreePort.Next(), 0, 0), new SidecarApp("caller", 0, 0, 0)],
            ApiToken = apiToken,
            ShutdownTimeout = TimeSpan.FromMilliseconds(100),
        });
        return new ForeignSidecar(directory, sidecar, apiToken);
    }

    /// <summary>Completes when the sidecar has been told to stop.</summary>
    public Task WhenStoppedAsync() => sidecar.WaitForShutdownAsync().WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await sidecar.DisposeAsync();
        directory.Dispose();
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
