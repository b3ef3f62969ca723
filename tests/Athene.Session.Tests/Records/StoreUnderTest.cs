using Athene.Contracts.Json;
using Athene.Dapr.Workflow;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Sidecar;
using Athene.Sidecar.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Session.Tests.Records;

/// <summary>A real state store in this process, and as many services' views of it as a test wants.</summary>
public sealed class StoreUnderTest : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory state = new();
    private readonly int port = FreePort.Next();
    private readonly int grpcPort = FreePort.Next();
    private EmbeddedSidecar? sidecar;

    public async Task InitializeAsync() => sidecar = await EmbeddedSidecar.StartAsync(new SidecarOptions
    {
        StateDirectory = state.Path,
        Apps = [new SidecarApp("session", FreePort.Next(), port, grpcPort)],
        ShutdownTimeout = TimeSpan.FromMilliseconds(100),
    });

    internal IDocuments Documents() => new DaprDocuments(
        new DaprClientBuilder().UseHttpEndpoint($"http://127.0.0.1:{port}").UseJsonSerializationOptions(AtheneJson.Options).Build(),
        TimeProvider.System,
        NullLogger<DaprDocuments>.Instance);

    /// <summary>Starts workflows that nobody carries out.</summary>
    internal DaprWorkflowClient Workflows() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["DAPR_GRPC_ENDPOINT"] = $"http://127.0.0.1:{grpcPort}" }).Build())
        .AddDaprWorkflowClient()
        .BuildServiceProvider()
        .GetRequiredService<DaprWorkflowClient>();

    /// <summary>What one instance of the service would write with.</summary>
    internal Ledger NewLedger() => NewLedger(Documents());

    internal static Ledger NewLedger(IDocuments documents) => new(
        documents, new EventWriter(documents, new EventFeed(), new OutgoingEvents()), TimeProvider.System, NullLogger<Ledger>.Instance);

    public async Task DisposeAsync()
    {
        if (sidecar is not null) await sidecar.DisposeAsync();
    }

    public void Dispose() => state.Dispose();
}
