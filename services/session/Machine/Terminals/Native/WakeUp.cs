using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Athene.Session.Machine.Terminals.Native;

/// <summary>Something to poll for that is ready when another thread says so.</summary>
internal sealed class WakeUp : IDisposable
{
    public WakeUp()
    {
        Descriptor = Libc.EventDescriptor(0, Libc.OpenNonBlocking | Libc.OpenCloseOnExec);
        if (Descriptor < 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    public int Descriptor { get; }

    public unsafe void Set()
    {
        ulong one = 1;
        _ = Libc.Write(Descriptor, (byte*)&one, sizeof(ulong));
    }

    public unsafe void Clear()
    {
        ulong count;
        _ = Libc.Read(Descriptor, (byte*)&count, sizeof(ulong));
    }

    public void Dispose() => _ = Libc.Close(Descriptor);
}
