using System.Diagnostics;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>Another process of the session service on the same sidecar, as after a roll-out that overlaps: same state, same machine, another port.</summary>
internal sealed class SecondService : IAsyncDisposable
{
    private readonly Process process;

    private SecondService(Process process, SessionApi api)
    {
        this.process = process;
        Api = api;
    }

    public SessionApi Api { get; }

    public static async Task<SecondService> StartAsync(Installation athene)
    {
        var first = athene.Running()!.App("session").Pid;
        var port = FreePort.Next();
        var command = (await File.ReadAllTextAsync($"/proc/{first}/cmdline")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(File.ResolveLinkTarget($"/proc/{first}/exe", returnFinalTarget: true)!.FullName, command.Skip(1))
        {
            WorkingDirectory = File.ResolveLinkTarget($"/proc/{first}/cwd", returnFinalTarget: true)!.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var variable in (await File.ReadAllTextAsync($"/proc/{first}/environ")).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = variable.Split('=', 2);
            start.Environment[parts[0]] = parts[1];
        }

        start.Environment["APP_PORT"] = $"{port}";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var token = await File.ReadAllTextAsync(Path.Combine(athene.Home, "token"));
        var service = new SecondService(process, new SessionApi(port, token.Trim()));
        await service.Api.ListAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
