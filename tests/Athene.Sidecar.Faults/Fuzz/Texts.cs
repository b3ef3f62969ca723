using System.Globalization;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Values for every kind of place: some that mean something here, and the ones that programs stumble over.</summary>
internal static class Texts
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["store"] = ["statestore"],
        ["pubsub"] = ["pubsub"],
        ["secrets"] = ["secretstore"],
        ["topic"] = ["t", "nobody-listens"],
        ["app"] = [SidecarHost.AppId, "no-such-app"],
        ["key"] = ["k1", "k2", "bulk", "transaction"],
        ["name"] = ["n1", "x", "content-length"],
        ["text"] = ["v1", "true"],
        ["workflow"] = ["Waits", "NoSuch"],
        ["instance"] = ["w1", "w2", "w3"],
        ["actor"] = ["Cat"],
    };

    /// <summary>Text that is legal as such, and rarely expected.</summary>
    public static IReadOnlyList<string> Odd { get; } =
    [
        "", " ", ".", "..", "../..", "a||b", "||", "%", "%2F", "a/b", "a\\b", "\0", "a\r\nb: c", "\t", "é", "漢字", "🦉", "\uFEFF", "\u202e", "'; DROP TABLE state; --", "${x}", "{0}",
        "null", "true", "-1", "0", "NaN", "1e400", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "2147483648", "0x10", "1_000", "P1Y", "R0/PT0S", "-PT1S", "@every 0s",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "first-write", "strong", "?a=b", "#", "&", "=", ":", ";", "*", "http://[", "//x", new('a', 300), new('a', 5_000),
    ];

    /// <summary>Pieces of a path that are not legal, or mean something else than they look like.</summary>
    public static IReadOnlyList<string> OddPath { get; } =
    [
        "%", "%z", "%zz", "%2", "%00", "%ff", "%c0%af", "%C3%28", "%u0041", "%2e%2e", "%2e%2e%2f", "%252F", "..", "../../..", "./.", "//", "///", "\\", "|", "<x>", "\"", "`", "{", "}", "^", " ", "\t", "\x7f", "\x01",
        "é", "#x", "?", "??", "&&", "?=", "?&metadata.=x", "?metadata.é=ü", "?metadata.a=1&metadata.A=2", "?metadata.ttlInSeconds=9223372036854775807", "?metadata.ttlInSeconds=-1", "?metadata.cloudevent.=x",
        "?metadata.cloudevent.id=", "?metadata.rawPayload=TRUE", "?metadata.x=a%0d%0ab", "?metadata.x=%00", "?metadata.content-length=5", "?metadata.host=x", "?metadata.%20=x", "?instanceID=" + new string('i', 100), ";x=y",
    ];

    /// <summary>A value for a place of this kind; mostly one that means something.</summary>
    public static string For(string kind, Dice dice) => dice.OneIn(3) ? dice.Pick(Odd) : dice.Pick(Known[kind]);

    /// <summary>A value as it stands in a path; now and then one that was not escaped.</summary>
    public static string InPath(string kind, Dice dice)
    {
        var value = For(kind, dice);
        return dice.OneIn(20) ? value.Replace("\r\n", "", StringComparison.Ordinal) : Uri.EscapeDataString(value);
    }

    /// <summary>Escapes that do not encode a text.</summary>
    public static string Repeated(string text, int times) => string.Create(CultureInfo.InvariantCulture, $"{string.Concat(Enumerable.Repeat(text, times))}");
}
