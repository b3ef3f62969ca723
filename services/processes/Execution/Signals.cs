using System.Runtime.InteropServices;

namespace Athene.Processes.Execution;

internal static partial class Signals
{
    private const int Interrupt = 2;

    /// <summary>Asks a process to stop as a person would with Ctrl-C. A process that is gone already is no error.</summary>
    public static void SendInterrupt(int processId) => _ = Kill(processId, Interrupt);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
