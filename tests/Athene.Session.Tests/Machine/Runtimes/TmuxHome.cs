using System.Diagnostics;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>A home with a tmux server of its own.</summary>
public sealed class TmuxHome : RuntimeHome
{
    private readonly TmuxOptions options;

    public TmuxHome(RuntimeSettings? settings = null, string program = "tmux")
    {
        settings ??= new RuntimeSettings();
        options = new TmuxOptions
        {
            AtheneHome = Path,
            Program = program,
            SubmitDelay = TimeSpan.FromMilliseconds(50),
            KillGrace = settings.KillGrace,
            LongestWait = settings.LongestWait,
        };
        Runtime = Restarted();
    }

    public override INamedRuntime Runtime { get; }

    public override INamedRuntime Restarted() => new TmuxRuntime(options, TimeProvider.System);

    protected override void EndAll()
    {
        using var tmux = Process.Start(new ProcessStartInfo("tmux", ["-S", TmuxSocket.PathFor(Path), "kill-server"]) { RedirectStandardError = true })!;
        tmux.WaitForExit();
    }
}
