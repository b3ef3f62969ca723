using System.Globalization;
using Athene.Sidecar;
using Athene.Sidecar.Hosting;

namespace Athene.Dapr.Conformance;

/// <summary>
/// The sidecar that the suite runs against: the embedded one, or another whose ports stand in <c>DAPRD_HTTP</c> and
/// <c>DAPRD_GRPC</c> (with the components <c>statestore</c> and <c>pubsub</c>, and the app's port <c>DAPRD_APP_PORT</c>).
/// </summary>
internal sealed class SidecarUnderTest : IAsyncDisposable
{
    private readonly TemporaryDirectory? state;
    private EmbeddedSidecar? embedded;

    private SidecarUnderTest(int httpPort, int grpcPort, int appPort, TemporaryDirectory? state)
    {
        HttpPort = httpPort;
        GrpcPort = grpcPort;
        AppPort = appPort;
        this.state = state;
    }

    public const string AppId = "myapp";

    public int HttpPort { get; }

    public int GrpcPort { get; }

    /// <summary>Where the app must listen.</summary>
    public int AppPort { get; }

    /// <summary>Whether the suite may stop and start the sidecar.</summary>
    public bool IsEmbedded => state is not null;

    public static SidecarUnderTest Choose() => Port("DAPRD_HTTP") is { } http && Port("DAPRD_GRPC") is { } grpc
        ? new SidecarUnderTest(http, grpc, Port("DAPRD_APP_PORT") ?? 3000, state: null)
        : new SidecarUnderTest(FreePort.Take(), FreePort.Take(), FreePort.Take(), new TemporaryDirectory());

    public async Task StartAsync()
    {
        if (state is null) return;
        embedded = await EmbeddedSidecar.StartAsync(new SidecarOptions
        {
            StateDirectory = state.Path,
            Apps = [new SidecarApp(AppId, AppPort, HttpPort, GrpcPort)],
            ShutdownTimeout = TimeSpan.FromMilliseconds(100),
        });
    }

    public async Task StopAsync()
    {
        if (embedded is not null) await embedded.DisposeAsync();
        embedded = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        state?.Dispose();
    }

    private static int? Port(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var port) ? port : null;
}
