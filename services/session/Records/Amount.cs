namespace Athene.Session.Records;

/// <summary>What was used.</summary>
/// <param name="Tokens">Read anew, written to the cache, and answered. What was read from the cache is a multiple of that, at a tenth of its price.</param>
public readonly record struct Amount(long Tokens, decimal Usd)
{
    public static Amount operator +(Amount one, Amount other) => new(one.Tokens + other.Tokens, one.Usd + other.Usd);

    /// <summary>By how much this is more than what was known, and nothing where it is less: a record that is read anew begins with less.</summary>
    public Amount Beyond(Amount known) => new(Math.Max(0, Tokens - known.Tokens), Math.Max(0, Usd - known.Usd));
}
