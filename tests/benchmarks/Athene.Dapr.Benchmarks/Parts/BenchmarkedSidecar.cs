using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Athene.Testing;

namespace Athene.Dapr.Benchmarks.Parts;

/// <summary>The sidecar as <c>athene up</c> starts it: the published program, in a process and on a state file of its own.</summary>
internal sealed class BenchmarkedSidecar : IAsyncDisposable
{
    public const string AppId = "myapp";

    private readonly TemporaryDirectory directory = new();
    private readonly Process process;

    private BenchmarkedSidecar(int appPort)
    {
        if (FreePort.Take(2) is not [var http, var grpc]) throw new InvalidOperationException("two ports were asked for");
        (HttpPort, GrpcPort) = (http, grpc);
        var file = directory.Combine("apps.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            stateDirectory = directory.Combine("state"),
            resourcesPath = (string?)null,
            apps = new[] { new { appId = AppId, appPort, httpPort = HttpPort, grpcPort = GrpcPort } },
        }));
        process = Process.Start(new ProcessStartInfo("dotnet", [Program, "--apps", file]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public int HttpPort { get; }

    public int GrpcPort { get; }

    /// <summary>Resident memory, in MiB.</summary>
    public long Resident => long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    private static string Program
    {
        get
        {
            for (var above = AppContext.BaseDirectory; above is not null; above = Path.GetDirectoryName(above))
            {
                var program = Path.Combine(above, "artifacts", "app", "Athene.Sidecar", "Athene.Sidecar.dll");
                if (File.Exists(program)) return program;
            }

            throw new InvalidOperationException("The sidecar is not published: run ./athene --version first.");
        }
    }

    /// <summary>Starts it and says how long it took until it answered that it is healthy, asked every 10 ms.</summary>
    public static async Task<(BenchmarkedSidecar Sidecar, TimeSpan Took)> StartAsync(int appPort)
    {
        var start = Stopwatch.GetTimestamp();
        var sidecar = new BenchmarkedSidecar(appPort);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{sidecar.HttpPort}") };
        while (!await IsHealthyAsync(http)) await Task.Delay(10);
        return (sidecar, Stopwatch.GetElapsedTime(start));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        directory.Dispose();
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/v1.0/healthz/outbound")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
