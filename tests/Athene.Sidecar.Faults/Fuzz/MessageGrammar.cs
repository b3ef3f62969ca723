using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Fills protobuf messages by their descriptors, with values that are legal on the wire and mostly absurd.</summary>
internal static class MessageGrammar
{
    private const int MaxDepth = 6;

    private static readonly long[] Numbers = [0, 1, -1, 2, 3, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 253_402_300_800, 999_999_999, 1_000_000_000];

    /// <summary>Names that connect one call with another; the rest is odd text.</summary>
    private static readonly string[] Words =
        ["w1", "w2", "w3", "statestore", "pubsub", "secretstore", "t", "k1", "k2", "upsert", "delete", "ttlInSeconds", "60", "rawPayload", "true", "myapp", "Echo", "Cat", "R2/PT1S", "1s", "application/json", "{\"a\":1}", "content-type"];

    public static IMessage Fill(MessageDescriptor type, Dice dice, int depth = 0)
    {
        var message = type.Parser.ParseFrom([]);
        foreach (var field in type.Fields.InDeclarationOrder())
            if (!dice.OneIn(4)) FillField(message, field, dice, depth);
        return message;
    }

    /// <summary>The message as bytes, now and then with some of them hit.</summary>
    public static byte[] Encode(IMessage message, Dice dice)
    {
        var bytes = message.ToByteArray();
        if (bytes.Length == 0 || !dice.OneIn(4)) return bytes;
        if (dice.OneIn(2)) return bytes[..dice.Below(bytes.Length)];
        for (var hits = 1 + dice.Below(4); hits > 0; hits--) bytes[dice.Below(bytes.Length)] = dice.Bytes(1)[0];
        return bytes;
    }

    private static void FillField(IMessage message, FieldDescriptor field, Dice dice, int depth)
    {
        if (field.FieldType == FieldType.Message && depth >= MaxDepth) return;
        if (field.IsMap)
        {
            var (key, value) = (field.MessageType.FindFieldByNumber(1), field.MessageType.FindFieldByNumber(2));
            for (var count = dice.Below(3); count > 0; count--) ((IDictionary)field.Accessor.GetValue(message))[Value(key, dice, depth)] = Value(value, dice, depth);
        }
        else if (field.IsRepeated)
        {
            for (var count = dice.Below(4); count > 0; count--) ((IList)field.Accessor.GetValue(message)).Add(Value(field, dice, depth));
        }
        else
        {
            field.Accessor.SetValue(message, Value(field, dice, depth));
        }
    }

    private static object Value(FieldDescriptor field, Dice dice, int depth) => field.FieldType switch
    {
        FieldType.Message when field.MessageType.FullName.EndsWith("Value", StringComparison.Ordinal) && field.MessageType.File.Package == "google.protobuf" => Wrapped(field.MessageType, dice),
        FieldType.Message => Fill(field.MessageType, dice, depth + 1),
        FieldType.String => Text(dice),
        FieldType.Bytes => ByteString.CopyFrom(dice.Bytes(dice.Below(50))),
        FieldType.Bool => dice.OneIn(2),
        FieldType.Enum => dice.OneIn(8) ? 99 : field.EnumType.Values[dice.Below(field.EnumType.Values.Count)].Number,
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => dice.Pick(Numbers),
        FieldType.UInt64 or FieldType.Fixed64 => unchecked((ulong)dice.Pick(Numbers)),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => unchecked((int)dice.Pick(Numbers)),
        FieldType.UInt32 or FieldType.Fixed32 => unchecked((uint)dice.Pick(Numbers)),
        FieldType.Double => dice.OneIn(3) ? double.NaN : dice.Pick(Numbers),
        FieldType.Float => dice.OneIn(3) ? float.NaN : (float)dice.Pick(Numbers),
        var other => throw new NotSupportedException($"no values for {other}"),
    };

    /// <summary>A wrapper is the plain value in the generated classes; well-known structures stay as they are.</summary>
    private static object Wrapped(MessageDescriptor type, Dice dice) =>
        type.FindFieldByNumber(1) is { } inner && type.Fields.InDeclarationOrder().Count == 1 ? Value(inner, dice, MaxDepth) : type.Parser.ParseFrom([]);

    private static string Text(Dice dice) => dice.OneIn(3) ? dice.Pick(Texts.Odd) : dice.Pick(Words);
}
