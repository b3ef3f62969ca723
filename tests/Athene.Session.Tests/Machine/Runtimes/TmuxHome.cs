using System.Diagnostics;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>A home with a tmux server of its own, ended with the test.</summary>
internal sealed class TmuxHome : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public TmuxHome(Func<TmuxOptions, TmuxOptions>? change = null)
    {
        var options = new TmuxOptions { AtheneHome = directory.Path, SubmitDelay = TimeSpan.FromMilliseconds(50) };
        Runtime = new TmuxRuntime(change?.Invoke(options) ?? options, TimeProvider.System);
    }

    public TmuxRuntime Runtime { get; }

    public string Path => directory.Path;

    public string Combine(params string[] parts) => directory.Combine(parts);

    /// <summary>A launch of a shell script, which finds further arguments as $1, $2…</summary>
    public RuntimeRequest Script(string sessionId, string script, params string[] arguments) =>
        Program(sessionId, ["/bin/sh", "-c", script, "agent", .. arguments]);

    public RuntimeRequest Program(string sessionId, IReadOnlyList<string> command) => new(
        sessionId, $"op-{sessionId}", Path, command, new Dictionary<string, string>(), Combine($"{sessionId}.launch"));

    public void Dispose()
    {
        var socket = TmuxSocket.PathFor(directory.Path);
        using (var tmux = Process.Start(new ProcessStartInfo("tmux", ["-S", socket, "kill-server"]) { RedirectStandardError = true })!)
        {
            tmux.WaitForExit();
        }

        directory.Dispose();
    }
}
