using System.Text;
using System.Text.Json;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Makes bodies out of valid ones: a value swapped for another kind of value, a text cut off, or something else altogether.</summary>
internal static class BodyGrammar
{
    private const int DeepNesting = 100_000;

    /// <summary>JSON, or nearly, that stands where another value stood.</summary>
    private static readonly string[] OddValues =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-0", "01", "NaN", "9223372036854775808", "123456789012345678901234567890", "[]", "{}", "[null]", "[[]]", "[{}]", "\"\"", "\"a\"",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"a||b\"", "\"9223372036854775807\"", "\"-9223372036854775808\"", "\"922337203685\"", "\"first\"", "\"\\x\"", "\"",
        "{\"a\":1,\"a\":2}", "{\"\":\"\"}", "{\"\\ud800\":1}", "{\"x\":null}", "{\"ttlInSeconds\":\"922337203686\"}", "{\"ttlInSeconds\":60}", "{\"key\":{}}", "[1,2,]", "[\"a\",\"a\"]", "//c\n1",
    ];

    private static readonly Func<Dice, byte[]>[] Strangers =
    [
        _ => [],
        _ => " \n\t"u8.ToArray(),
        _ => [0xEF, 0xBB, 0xBF, .. "{}"u8],
        _ => [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
        _ => "[\"\xC3\x28\"]"u8.ToArray(),
        _ => [.. "[{\"key\":\""u8, 0xC3, 0x28, .. "\",\"value\":\""u8, 0xFF, .. "\"}]"u8],
        _ => Encoding.ASCII.GetBytes(new string('[', DeepNesting)),
        _ => Encoding.ASCII.GetBytes(new string('[', DeepNesting) + new string(']', DeepNesting)),
        _ => Encoding.ASCII.GetBytes(Texts.Repeated("{\"a\":", 1_000) + "1" + new string('}', 1_000)),
        _ => Encoding.ASCII.GetBytes($"[{{\"key\":\"long\",\"value\":\"{new string('x', 200_000)}\"}}]"),
        _ => Encoding.ASCII.GetBytes($"{{\"keys\":[{string.Join(',', Enumerable.Repeat("\"k1\"", 5_000))}]}}"),
        dice => dice.Bytes(dice.Below(2_000)),
    ];

    public static byte[] From(string valid, Dice dice)
    {
        if (dice.OneIn(4)) return Encoding.UTF8.GetBytes(valid);
        if (dice.OneIn(5)) return dice.Pick(Strangers)(dice);
        var body = Encoding.UTF8.GetBytes(valid);
        if (dice.OneIn(6)) return body[..dice.Below(body.Length + 1)];
        for (var swaps = 1 + dice.Below(2); swaps > 0; swaps--) body = SwapOne(body, dice);
        return body;
    }

    private static byte[] SwapOne(byte[] body, Dice dice)
    {
        var values = Values(body);
        if (values.Count == 0) return [.. body, .. Encoding.UTF8.GetBytes(dice.Pick(OddValues))];
        var (start, end) = dice.Pick(values);
        return [.. body[..start], .. Encoding.UTF8.GetBytes(dice.Pick(OddValues)), .. body[end..]];
    }

    /// <summary>Where each value and each property name begins and ends, as far as the body is JSON.</summary>
    private static List<(int Start, int End)> Values(byte[] body)
    {
        List<(int, int)> found = [];
        Stack<int> open = [];
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push((int)reader.TokenStartIndex);
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) found.Add((open.Pop(), (int)reader.BytesConsumed));
                else if (reader.TokenType is not JsonTokenType.PropertyName) found.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
                else found.Add(((int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2));
            }
        }
        catch (JsonException)
        {
            // An earlier swap has broken it: what was read so far is enough.
        }

        return found;
    }
}
