using System.Runtime.InteropServices;

namespace Athene.Cli.Supervision;

/// <summary>Signals to processes that this one did not start. A process that is gone already is no error.</summary>
internal static partial class Signals
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    public static void Terminate(int pid) => _ = Send(pid, SigTerm);

    public static void Kill(int pid) => _ = Send(pid, SigKill);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Send(int pid, int signal);
}
