using System.Globalization;
using System.Text;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Puts a head and a body together: as HTTP/1.1 wants it, or not.</summary>
internal static class Framing
{
    public static FuzzedRequest Whole(StringBuilder head, byte[]? body, Dice dice)
    {
        if (body is null) return new FuzzedRequest([.. Bytes(head), .. "\r\n"u8], MustBeAnswered: true);
        if (dice.OneIn(4)) return new FuzzedRequest([.. Bytes(head), .. "Transfer-Encoding: chunked\r\n\r\n"u8, .. Chunks(body, dice), .. "0\r\n\r\n"u8], MustBeAnswered: true);
        return new FuzzedRequest([.. Bytes(head), .. Length(body.Length), .. body], MustBeAnswered: true);
    }

    public static FuzzedRequest Broken(StringBuilder head, byte[] body, Dice dice)
    {
        byte[] bytes = dice.Below(12) switch
        {
            0 => [.. Bytes(head), .. Length(body.Length + 1 + dice.Below(10_000)), .. body],
            1 => [.. Bytes(head), .. Length(body.Length / 2), .. body],
            2 => [.. Bytes(head), .. Line($"Content-Length: {dice.Pick(["-1", "x", "", "1e3", "99999999999999999999", "4294967296", "0x10", "1, 2"])}\r\n\r\n"), .. body],
            3 => [.. Bytes(head), .. Line("Content-Length: 1\r\nContent-Length: 2\r\n\r\n"), .. body],
            4 => [.. Bytes(head), .. Line("Transfer-Encoding: chunked\r\n"), .. Length(body.Length), .. body],
            5 => [.. Bytes(head), .. Line("Transfer-Encoding: chunked\r\n\r\n"), .. Chunks(body, dice)],
            6 => [.. Bytes(head), .. Line($"Transfer-Encoding: chunked\r\n\r\n{dice.Pick(["x", "-1", "FFFFFFFFFFFFFFFF", "5;", "5 5", "\r\n"])}\r\n"), .. body],
            7 => [.. Bytes(head), .. Line($"Transfer-Encoding: {dice.Pick(["gzip", "gzip, chunked", "chunked, gzip", "x", "chunked, chunked"])}\r\n\r\n"), .. body],
            8 => Bytes(head)[..dice.Below(head.Length)],
            9 => [.. Bytes(head), .. Length(body.Length), .. body[..(body.Length / 2)]],
            10 => dice.Bytes(1 + dice.Below(500)),
            _ => Damaged([.. Bytes(head), .. Length(body.Length), .. body], dice),
        };
        return new FuzzedRequest(bytes, MustBeAnswered: false);
    }

    private static byte[] Damaged(byte[] bytes, Dice dice)
    {
        for (var hits = 1 + dice.Below(5); hits > 0; hits--) bytes[dice.Below(bytes.Length)] = dice.Bytes(1)[0];
        return bytes;
    }

    private static byte[] Chunks(byte[] body, Dice dice)
    {
        List<byte> chunks = [];
        for (var at = 0; at < body.Length;)
        {
            var size = Math.Min(body.Length - at, 1 + dice.Below(5_000));
            chunks.AddRange([.. Line(size.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. body.AsSpan(at, size), .. "\r\n"u8]);
            at += size;
        }

        return [.. chunks];
    }

    private static byte[] Length(int length) => Line(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n"));

    private static byte[] Line(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Bytes(StringBuilder head) => Encoding.UTF8.GetBytes(head.ToString());
}
