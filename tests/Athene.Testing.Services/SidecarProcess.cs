using System.Diagnostics;
using System.Text.Json;

namespace Athene.Testing.Services;

/// <summary>A real sidecar process, to be killed and started again on the same state.</summary>
public sealed class SidecarProcess : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly int[] ports = FreePort.Take(2);
    private Process? process;

    public SidecarProcess(int appPort = 0)
    {
        AppsFile = directory.Combine("apps.json");
        File.WriteAllText(AppsFile, JsonSerializer.Serialize(new
        {
            stateDirectory = directory.Combine("state"),
            resourcesPath = (string?)null,
            apps = new[] { new { appId = SidecarHost.AppId, appPort, httpPort = ports[0], grpcPort = ports[1] } },
        }));
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports[0]}") };
    }

    public string AppsFile { get; }

    public int GrpcPort => ports[1];

    public HttpClient Http { get; }

    /// <summary>Starts the process and waits until it answers.</summary>
    public async Task StartAsync()
    {
        process = Launch(AppsFile);
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

    /// <summary>Starts a process whose end is up to the caller.</summary>
    public static Process Launch(string appsFile)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (ReadOnlySpan<string>)["exec", Path.Combine(AppContext.BaseDirectory, "Athene.Sidecar.dll"), "--apps", appsFile]) start.ArgumentList.Add(argument);
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
}
