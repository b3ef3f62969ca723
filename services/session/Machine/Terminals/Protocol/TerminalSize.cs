using System.Buffers.Binary;

namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>How many characters a terminal shows.</summary>
internal readonly record struct TerminalSize(int Columns, int Rows)
{
    private const int Length = 4;

    /// <summary>That of a terminal that nobody looks at; the same as tmux's.</summary>
    public static TerminalSize Unattended { get; } = new(220, 50);

    /// <summary>A size that programs can work with, whatever was said.</summary>
    public TerminalSize ToSane() => new(Math.Clamp(Columns, 10, 1000), Math.Clamp(Rows, 5, 500));

    public Frame ToFrame()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)Columns);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)Rows);
        return new Frame(FrameKind.Resize, bytes);
    }

    public static TerminalSize From(ReadOnlySpan<byte> content) => content.Length == Length
        ? new TerminalSize(BinaryPrimitives.ReadUInt16BigEndian(content), BinaryPrimitives.ReadUInt16BigEndian(content[2..])).ToSane()
        : Unattended;
}
