namespace Athene.Sidecar.Faults;

/// <summary>Seeded chance.</summary>
internal sealed class Dice(int seed)
{
    // Not a secret: the same seed has to give the same faults.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    /// <summary>Chance of its own for each of many things that run side by side under one seed.</summary>
    public static Dice For(int seed, int index) => new(unchecked((seed * 1_000_003) + index));

    /// <summary>True once in <paramref name="times"/>.</summary>
    public bool OneIn(int times) => random.Next(times) == 0;

    /// <summary>0 to <paramref name="limit"/>, the limit not included.</summary>
    public int Below(int limit) => random.Next(limit);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
#pragma warning restore CA5394
}
