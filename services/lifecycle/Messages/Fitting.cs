using System.Globalization;

namespace Athene.Lifecycle.Messages;

/// <summary>Keeps a message so short that a session's outbox takes it: what it quotes gets shorter, all parts alike, until the whole fits. Pure.</summary>
internal static class Fitting
{
    /// <summary>In characters.</summary>
    public const int LongestMessage = 60_000;

    private const int ShortestPart = 100;

    /// <param name="longestPart">How long a part may be where there is room.</param>
    /// <param name="write">The message, with parts of at most so many characters.</param>
    public static string Of(int longestPart, Func<int, string> write)
    {
        var text = write(longestPart);
        for (var part = longestPart / 2; text.Length > LongestMessage && part >= ShortestPart; part /= 2) text = write(part);
        return text;
    }

    /// <summary>What stands beside a part that was made shorter; nothing beside one that was not.</summary>
    public static string LeftOut(int whole, int shown) =>
        whole > shown ? string.Create(CultureInfo.InvariantCulture, $" ({whole - shown} of {whole} characters are left out)") : "";
}
