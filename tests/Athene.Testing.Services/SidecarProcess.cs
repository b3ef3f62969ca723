using System.Diagnostics;
using System.Text.Json;

namespace Athene.Testing.Services;

/// <summary>A real sidecar process, to be killed and started again on the same state.</summary>
public sealed class SidecarProcess : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly int[] ports = FreePort.Take(2);
    private Process? process;

    /// <param name="synchronous">As in the options file.</param>
    public SidecarProcess(int appPort = 0, string synchronous = "normal")
    {
        AppsFile = directory.Combine("apps.json");
        File.WriteAllText(AppsFile, JsonSerializer.Serialize(new
        {
            stateDirectory = directory.Combine("state"),
            resourcesPath = (string?)null,
            synchronous,
            apps = new[] { new { appId = SidecarHost.AppId, appPort, httpPort = ports[0], grpcPort = ports[1] } },
        }));
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports[0]}") };
    }

    public string AppsFile { get; }

    public string StateFile => directory.Combine("state", "sidecar.db");

    public int HttpPort => ports[0];

    public int GrpcPort => ports[1];

    /// <summary>Whether <see cref="FillDiskAsync"/> will be called.</summary>
    public bool DiskCanBeFilled { get; init; }

    public HttpClient Http { get; }

    /// <summary>Starts the process and waits until it answers.</summary>
    public async Task StartAsync()
    {
        process = Launch(AppsFile, DiskCanBeFilled);
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                if ((await Http.GetAsync("/v1.0/healthz/outbound", limit.Token)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(10, limit.Token);
            }
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The exit code, once the process has ended by itself.</summary>
    public async Task<int> WhenEndedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process!.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task StopAsync()
    {
        await TerminateAsync();
        await process!.WaitForExitAsync();
    }

    /// <summary>From now on the process cannot write to any file, as if the disk was full.</summary>
    public Task FillDiskAsync() => LimitFilesAsync("1");

    /// <summary>There is room again.</summary>
    public Task ClearDiskAsync() => LimitFilesAsync("unlimited");

    /// <summary>Starts a process whose end is up to the caller.</summary>
    public static Process Launch(string appsFile, bool diskCanBeFilled = false)
    {
        string[] command = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Athene.Sidecar.dll"), "--apps", appsFile];
        // A write over the limit is to fail, not to end the process; and the runtime's own memory must not count as a file.
        if (diskCanBeFilled) command = ["bash", "-c", "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", "bash", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment.Remove("DAPR_API_TOKEN");
        start.Environment.Remove("APP_API_TOKEN");
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
        Http.Dispose();
        directory.Dispose();
    }

    private async Task LimitFilesAsync(string bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{process!.Id}", $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync();
        if (limit.ExitCode != 0) throw new InvalidOperationException($"prlimit ended with {limit.ExitCode}");
    }
}
