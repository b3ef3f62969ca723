using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>A message whose type is known only at run time.</summary>
public sealed class RawMessage(MessageDescriptor type) : IMessage<RawMessage>, IBufferMessage
{
    public IMessage Message { get; private set; } = type.Parser.ParseFrom([]);

    public MessageDescriptor Descriptor => type;

    public static MessageParser<RawMessage> Parser(MessageDescriptor type) => new(() => new RawMessage(type));

    public void MergeFrom(CodedInputStream input) => Message.MergeFrom(input);

    public void MergeFrom(RawMessage message) => Message = message.Message;

    public void InternalMergeFrom(ref ParseContext ctx) => ((IBufferMessage)Message).InternalMergeFrom(ref ctx);

    public void InternalWriteTo(ref WriteContext ctx) => ((IBufferMessage)Message).InternalWriteTo(ref ctx);

    public void WriteTo(CodedOutputStream output) => Message.WriteTo(output);

    public int CalculateSize() => Message.CalculateSize();

    public bool Equals(RawMessage? other) => other is not null && Message.Equals(other.Message);

    public override bool Equals(object? obj) => Equals(obj as RawMessage);

    public override int GetHashCode() => Message.GetHashCode();

    public RawMessage Clone() => new(type) { Message = Message };
}
