using System.Diagnostics;
using System.Globalization;

namespace Athene.Sidecar.Faults.Crash;

/// <summary>The app as a process of its own, to be killed and started again; what it did stays in its effects.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private Process? process;

    public int Port { get; } = FreePort.Next();

    public string EffectsFile => directory.Combine("effects");

    public void Start(SidecarProcess sidecar)
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Athene.Sidecar.Faults.App.dll")])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["APP_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
                    ["DAPR_HTTP_PORT"] = sidecar.HttpPort.ToString(CultureInfo.InvariantCulture),
                    ["DAPR_GRPC_PORT"] = sidecar.GrpcPort.ToString(CultureInfo.InvariantCulture),
                    ["EFFECTS"] = EffectsFile,
                },
            },
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>What the app wrote down so far, a list of words an effect.</summary>
    public IReadOnlyList<string[]> Effects()
    {
        if (!File.Exists(EffectsFile)) return [];
        using var reader = new StreamReader(new FileStream(EffectsFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))];
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
        directory.Dispose();
    }
}
