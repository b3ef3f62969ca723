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
    private readonly ProcessStartInfo start;
    private readonly ConcurrentQueue<string> log = [];
    private Process process = new();

    private ServiceUnderTest(TemporaryDirectory folder, EmbeddedSidecar sidecar, ProcessStartInfo start, SidecarApp app)
    {
        (this.folder, this.sidecar, this.start, SidecarPort) = (folder, sidecar, start, app.HttpPort);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{app.AppPort}"), DefaultRequestHeaders = { { "dapr-api-token", AppToken } } };
        Dapr = new DaprClientBuilder()
            .UseHttpEndpoint($"http://127.0.0.1:{app.HttpPort}").UseDaprApiToken(DaprToken).UseJsonSerializationOptions(AtheneJson.Options).Build();
    }

    /// <summary>Asks the service as its sidecar would.</summary>
    public HttpClient Http { get; }

    /// <summary>The sidecar of the service, through which its state is seen and its topics are fed.</summary>
    public DaprClient Dapr { get; }

    /// <summary>Where the sidecar of the service listens.</summary>
    public int SidecarPort { get; }

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

        var service = new ServiceUnderTest(folder, sidecar, start, app);
        await service.StartAgainAsync();
        return service;
    }

    public bool IsRunning => !process.HasExited;

    /// <summary>kill -9, from any thread.</summary>
    public void Kill() => process.Kill();

    /// <summary>Starts the service once more after it was killed, beside the same sidecar.</summary>
    public async Task StartAgainAsync()
    {
        process.Dispose();
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Patience.UntilAsync(IsReadyAsync, "the service to be healthy");
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
        return await AnswersAsync() && await Dapr.CheckHealthAsync();
    }

    // The sidecar may still think of the process that was killed.
    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/healthz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
