using System.Buffers.Binary;
using System.Text.Json;

namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>One message on the socket of a terminal host: one byte for its kind, four for its length (the highest first), and its content.</summary>
internal sealed record Frame(FrameKind Kind, ReadOnlyMemory<byte> Content)
{
    private const int HeaderLength = 5;
    private const int LongestContent = 64 * 1024 * 1024;

    public static Frame Of<T>(FrameKind kind, T content) => new(kind, JsonSerializer.SerializeToUtf8Bytes(content));

    public T Read<T>() => JsonSerializer.Deserialize<T>(Content.Span)
        ?? throw new InvalidDataException($"A frame of kind {Kind} holds no {typeof(T).Name}.");

    /// <summary>The next frame; null when the other side has closed the connection.</summary>
    public static async Task<Frame?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellationToken) < HeaderLength) return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1));
        if (length is < 0 or > LongestContent) throw new InvalidDataException($"A frame of {length} bytes is none of a terminal host.");
        var content = new byte[length];
        return await stream.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellationToken) < length
            ? null
            : new Frame((FrameKind)header[0], content);
    }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken) => await stream.WriteAsync(ToBytes(), cancellationToken);

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + Content.Length];
        bytes[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), Content.Length);
        Content.CopyTo(bytes.AsMemory(HeaderLength));
        return bytes;
    }
}
