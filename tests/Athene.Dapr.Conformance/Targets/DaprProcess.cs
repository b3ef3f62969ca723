using System.Diagnostics;
using System.Text;

namespace Athene.Dapr.Conformance.Targets;

/// <summary>One binary of Dapr, running.</summary>
internal sealed class DaprProcess : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly string name;
    private readonly StringBuilder output = new();

    private DaprProcess(Process process, string name) => (this.process, this.name) = (process, name);

    public static DaprProcess Start(
        string binary, string workingDirectory, Dictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(binary), arguments)
        {
            WorkingDirectory = workingDirectory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var started = new DaprProcess(process, Path.GetFileName(binary));
        process.OutputDataReceived += started.Record;
        process.ErrorDataReceived += started.Record;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits until it says that it is healthy.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message has what it printed.</exception>
    public async Task WhenHealthyAsync(int port, string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await IsHealthyAsync(http, path, cancellationToken))
        {
            if (process.HasExited) throw new InvalidOperationException($"{name} ended with {process.ExitCode}:\n{Output}");
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>SIGTERM, and SIGKILL for one that does not heed it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await EndAsync();
        process.Dispose();
    }

    private async Task EndAsync()
    {
        using var terminate = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await terminate.WaitForExitAsync();
        using var limit = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }

    private string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    private void Record(object sender, DataReceivedEventArgs line)
    {
        lock (output) output.AppendLine(line.Data);
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(path, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
