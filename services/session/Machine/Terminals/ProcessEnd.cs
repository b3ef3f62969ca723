using Athene.Session.Machine.Terminals.Native;

namespace Athene.Session.Machine.Terminals;

/// <summary>How a process ended: by itself with a status, or by a signal.</summary>
internal sealed record ProcessEnd(int? Status, int? Signal)
{
    /// <summary>The end of one of our own children; null while it runs. It is told only once.</summary>
    public static ProcessEnd? Of(int processId)
    {
        if (Libc.WaitForProcess(processId, out var status, Libc.WaitNoHang) != processId) return null;
        var signal = status & 0x7f;
        return signal == 0 ? new ProcessEnd((status >> 8) & 0xff, null) : new ProcessEnd(null, signal);
    }
}
