using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Athene.Contracts.Json;
using Athene.Sidecar;
using Athene.Sidecar.Hosting;

namespace Athene.Testing.Services;

/// <summary>A service as its own process, beside a real (embedded) sidecar and the apps that stand in for the others.</summary>
public sealed class ServiceUnderTest : IAsyncDisposable
{
    private const string DaprToken = "token-of-dapr";
    private const string AppToken = "token-of-the-app";

    private readonly TemporaryDirectory folder;
    private readonly EmbeddedSidecar sidecar;
    private readonly Process process;
    private readonly ConcurrentQueue<string> log = [];

    private ServiceUnderTest(TemporaryDirectory folder, EmbeddedSidecar sidecar, Process process, SidecarApp app)
    {
        (this.folder, this.sidecar, this.process) = (folder, sidecar, process);
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{app.AppPort}"), DefaultRequestHeaders = { { "dapr-api-token", AppToken } } };
        Dapr = new DaprClientBuilder()
            .UseHttpEndpoint($"http://127.0.0.1:{app.HttpPort}").UseDaprApiToken(DaprToken).UseJsonSerializationOptions(AtheneJson.Options).Build();
    }

    /// <summary>Asks the service as its sidecar would.</summary>
    public HttpClient Http { get; }

    /// <summary>The sidecar of the service, through which its state is seen and its topics are fed.</summary>
    public DaprClient Dapr { get; }

    /// <summary>What the service wrote so far.</summary>
    public IReadOnlyList<string> Log => [.. log];

    /// <param name="appId">The Dapr app id.</param>
    /// <param name="assembly">Its program, which the test project references.</param>
    /// <param name="environment">Variables beside those that every service gets.</param>
    public static async Task<ServiceUnderTest> StartAsync(
        string appId, string assembly, IReadOnlyList<StandIn> standIns, params (string Name, string Value)[] environment)
    {
        var folder = new TemporaryDirectory();
        var sidecar = await EmbeddedSidecar.StartAsync(new SidecarOptions
        {
            StateDirectory = folder.Combine("state"),
            ResourcesPath = Path.Combine(AppContext.BaseDirectory, "components"),
            ApiToken = DaprToken,
            AppApiToken = AppToken,
            Apps = [new SidecarApp(appId, FreePort.Next(), 0, 0), .. standIns.Select(app => new SidecarApp(app.AppId, app.Port, 0, 0))],
        });
        var app = sidecar.App(appId);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
            Environment =
            {
                ["APP_ID"] = appId,
                ["APP_PORT"] = app.AppPort.ToString(CultureInfo.InvariantCulture),
                ["DAPR_HTTP_PORT"] = app.HttpPort.ToString(CultureInfo.InvariantCulture),
                ["DAPR_GRPC_PORT"] = app.GrpcPort.ToString(CultureInfo.InvariantCulture),
                ["DAPR_API_TOKEN"] = DaprToken,
                ["APP_API_TOKEN"] = AppToken,
                ["ATHENE_HOME"] = folder.Combine("home"),
                ["ATHENE_CONFIG"] = "",
            },
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        var service = new ServiceUnderTest(folder, sidecar, new Process { StartInfo = start }, app);
        service.process.Start();
        service.process.BeginOutputReadLine();
        service.process.BeginErrorReadLine();
        await Patience.UntilAsync(service.IsReadyAsync, $"{appId} to be healthy");
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Http.Dispose();
        Dapr.Dispose();
        await sidecar.DisposeAsync();
        folder.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        if (process.HasExited) throw new InvalidOperationException($"The service ended with {process.ExitCode}:{Environment.NewLine}{string.Join(Environment.NewLine, log)}");
        return await Dapr.CheckHealthAsync();
    }
}
