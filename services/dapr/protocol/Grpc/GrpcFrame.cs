using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Athene.Dapr.Protocol.Grpc;

/// <summary>
/// gRPC's message framing: one flag byte (0, uncompressed), four bytes of big-endian length, the message.
/// Ours because neither gRPC package restores on the project's feed; there is nothing more to gRPC on the wire than this and the trailers.
/// </summary>
public static class GrpcFrame
{
    /// <summary>Length of the prefix before each message, in bytes.</summary>
    public const int PrefixLength = 5;

    /// <summary>Dapr's default limit of one message (4 MiB), in bytes.</summary>
    public const int DefaultMaxMessageLength = 4 * 1024 * 1024;

    /// <summary>The framed bytes of <paramref name="message"/>.</summary>
    public static byte[] Encode(IMessage message)
    {
        var size = message.CalculateSize();
        var frame = new byte[PrefixLength + size];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)size);
        message.WriteTo(frame.AsSpan(PrefixLength));
        return frame;
    }

    /// <summary>Reads the next message, or null when the stream ended between messages.</summary>
    /// <exception cref="GrpcException">The frame is compressed, too long, or cut off, or what is in it is no such message.</exception>
    public static async ValueTask<T?> ReadAsync<T>(
        PipeReader reader, MessageParser<T> parser, int maxMessageLength, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (TryParse(ref buffer, parser, maxMessageLength, out var message))
            {
                reader.AdvanceTo(buffer.Start);
                return message;
            }

            if (result.IsCompleted)
            {
                var cutOff = !buffer.IsEmpty;
                reader.AdvanceTo(buffer.End);
                return cutOff ? throw new GrpcException(GrpcStatus.Internal, "The stream ended in the middle of a message.") : null;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static bool TryParse<T>(
        ref ReadOnlySequence<byte> buffer, MessageParser<T> parser, int maxMessageLength, out T? message)
        where T : class, IMessage<T>
    {
        message = null;
        if (buffer.Length < PrefixLength) return false;

        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        if (prefix[0] != 0) throw new GrpcException(GrpcStatus.Unimplemented, "Compressed gRPC messages are not supported.");

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (length > maxMessageLength)
            throw new GrpcException(GrpcStatus.ResourceExhausted, $"Received message larger than max ({length} vs. {maxMessageLength})");
        if (buffer.Length < PrefixLength + length) return false;

        message = Parse(parser, buffer.Slice(PrefixLength, length));
        buffer = buffer.Slice(PrefixLength + length);
        return true;
    }

    private static T Parse<T>(MessageParser<T> parser, ReadOnlySequence<byte> bytes)
        where T : class, IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidOperationException)
        {
            // The parser has both for bytes that end where they must not.
            throw new GrpcException(GrpcStatus.Internal, $"The message cannot be read: {e.Message}", e);
        }
    }
}
