using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Athene.Session.Machine.Terminals.Native;

/// <summary>The near end of a pseudo-terminal. Reads and writes never wait.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private const int LongestName = 256;

    private int descriptor;

    private PseudoTerminal(int descriptor, string name) => (this.descriptor, Name) = (descriptor, name);

    /// <summary>The file of the far end, such as <c>/dev/pts/3</c>.</summary>
    public string Name { get; }

    public int Descriptor => descriptor;

    public bool IsOpen => descriptor >= 0;

    /// <exception cref="Win32Exception">The system has no pseudo-terminal to give.</exception>
    public static PseudoTerminal Open(int columns, int rows)
    {
        var descriptor = Libc.OpenTerminal(Libc.OpenReadWrite | Libc.OpenNoControl | Libc.OpenNonBlocking | Libc.OpenCloseOnExec);
        if (descriptor < 0) throw Failure();
        try
        {
            if (Libc.GrantTerminal(descriptor) != 0 || Libc.UnlockTerminal(descriptor) != 0) throw Failure();
            var terminal = new PseudoTerminal(descriptor, NameOf(descriptor));
            terminal.Resize(columns, rows);
            return terminal;
        }
        catch
        {
            _ = Libc.Close(descriptor);
            throw;
        }
    }

    /// <summary>The program on the far end gets a signal when that changes something.</summary>
    public void Resize(int columns, int rows)
    {
        var size = new Libc.WindowSize { Columns = (ushort)columns, Rows = (ushort)rows };
        if (IsOpen && Libc.Control(descriptor, Libc.SetWindowSize, ref size) != 0) throw Failure();
    }

    /// <summary>The process group in the foreground, or 0 when there is none.</summary>
    public int ForegroundGroup => IsOpen && Libc.Control(descriptor, Libc.GetForegroundGroup, out var group) == 0 ? group : 0;

    /// <returns>The number of bytes; 0: nothing now; -1: nothing any more.</returns>
    public unsafe int Read(Span<byte> buffer)
    {
        if (!IsOpen) return -1;
        fixed (byte* start = buffer)
        {
            var read = Libc.Read(descriptor, start, (nuint)buffer.Length);
            if (read > 0) return (int)read;
            return read < 0 && Marshal.GetLastPInvokeError() is Libc.ErrorAgain or Libc.ErrorInterrupted ? 0 : -1;
        }
    }

    /// <returns>The number of bytes that were taken; 0: none now; -1: none any more.</returns>
    public unsafe int Write(ReadOnlySpan<byte> bytes)
    {
        if (!IsOpen) return -1;
        fixed (byte* start = bytes)
        {
            var written = Libc.Write(descriptor, start, (nuint)bytes.Length);
            if (written >= 0) return (int)written;
            return Marshal.GetLastPInvokeError() is Libc.ErrorAgain or Libc.ErrorInterrupted ? 0 : -1;
        }
    }

    public void Dispose()
    {
        if (!IsOpen) return;
        _ = Libc.Close(descriptor);
        descriptor = -1;
    }

    private static unsafe string NameOf(int descriptor)
    {
        byte* name = stackalloc byte[LongestName];
        if (Libc.NameOfTerminal(descriptor, name, LongestName) != 0) throw Failure();
        return Marshal.PtrToStringUTF8((nint)name)!;
    }

    private static Win32Exception Failure() => new(Marshal.GetLastPInvokeError());
}
