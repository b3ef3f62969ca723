using System.Runtime.InteropServices;
using Athene.Session.Machine.Terminals.Native;
using Athene.Session.Machine.Terminals.Protocol;

namespace Athene.Session.Machine.Terminals;

/// <summary>The terminal that this process was started from. Not through Console, which reads lines and keeps settings of its own.</summary>
internal sealed class OwnTerminal : IDisposable
{
    // Larger than any system's termios, whose inside is the C library's alone.
    private const int OpaqueSize = 256;

    private OwnTerminal(FileStream stream) => Stream = stream;

    public FileStream Stream { get; }

    public TerminalSize Size
    {
        get
        {
            var size = default(Libc.WindowSize);
            return Libc.Control(Descriptor, Libc.GetWindowSize, ref size) == 0 && size.Columns > 0
                ? new TerminalSize(size.Columns, size.Rows)
                : TerminalSize.Unattended;
        }
    }

    private int Descriptor => (int)Stream.SafeFileHandle.DangerousGetHandle();

    /// <summary>The terminal, or null when the process has none.</summary>
    public static OwnTerminal? Open()
    {
        try
        {
            return new OwnTerminal(new FileStream("/dev/tty", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0));
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Hands every key on as it is, until what is returned is disposed.</summary>
    public unsafe IDisposable MakeRaw()
    {
        var before = new byte[OpaqueSize];
        fixed (byte* attributes = before)
        {
            if (Libc.GetAttributes(Descriptor, attributes) != 0) throw new System.ComponentModel.Win32Exception(Marshal.GetLastPInvokeError());
        }

        byte[] raw = [.. before];
        fixed (byte* attributes = raw) Libc.MakeRaw(attributes);
        Set(raw);
        return new Restored(this, before);
    }

    public void Dispose() => Stream.Dispose();

    private unsafe void Set(byte[] settings)
    {
        fixed (byte* attributes = settings) _ = Libc.SetAttributes(Descriptor, 0, attributes);
    }

    private sealed class Restored(OwnTerminal terminal, byte[] before) : IDisposable
    {
        public void Dispose() => terminal.Set(before);
    }
}
