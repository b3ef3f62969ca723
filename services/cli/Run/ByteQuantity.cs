using System.Globalization;

namespace Athene.Cli.Run;

/// <summary>Sizes as Dapr writes them: a number of bytes, or one with a unit (<c>4Mi</c>, <c>500k</c>).</summary>
internal static class ByteQuantity
{
    private static readonly (string Suffix, long Bytes)[] Units =
        [("Ki", 1L << 10), ("Mi", 1L << 20), ("Gi", 1L << 30), ("k", 1_000), ("M", 1_000_000), ("G", 1_000_000_000), ("", 1)];

    /// <summary>The size in bytes; null when the text is none, or more than a message can have.</summary>
    public static int? Parse(string text)
    {
        var (suffix, bytes) = Units.First(unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        if (!decimal.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        return number > 0 && number <= int.MaxValue / bytes ? (int)(number * bytes) : null;
    }
}
