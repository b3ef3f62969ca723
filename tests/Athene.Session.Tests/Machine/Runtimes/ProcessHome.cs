using System.Diagnostics;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Machine.Terminals;

namespace Athene.Session.Tests.Machine.Runtimes;

/// <summary>A home with a terminal host of its own.</summary>
public sealed class ProcessHome : RuntimeHome
{
    private readonly ProcessRuntimeOptions options;

    public ProcessHome(RuntimeSettings? settings = null)
    {
        settings ??= new RuntimeSettings();
        options = new ProcessRuntimeOptions
        {
            AtheneHome = Path,
            SubmitDelay = TimeSpan.FromMilliseconds(50),
            KillGrace = settings.KillGrace,
            LongestWait = settings.LongestWait,
        };
        Runtime = Restarted();
    }

    public override INamedRuntime Runtime { get; }

    public override INamedRuntime Restarted() => new ProcessRuntime(options, TimeProvider.System);

    /// <summary>The processes that serve this home's terminals.</summary>
    public IReadOnlyList<int> Hosts() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(System.IO.Path.GetFileName)
            .Where(name => int.TryParse(name, out _) && CommandLine(name!).Contains($"\0{TerminalHostCommand.Verb}\0{TerminalSocket.PathFor(Path)}\0", StringComparison.Ordinal))
            .Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture)),
    ];

    protected override void EndAll()
    {
        foreach (var host in Hosts())
        {
            using var process = Process.GetProcessById(host);
            process.Kill();
            process.WaitForExit();
        }
    }

    private static string CommandLine(string processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline");
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return "";
        }
    }
}
