namespace Athene.Session.Machine.Terminals;

/// <summary>The last bytes that a program wrote, for whoever attaches later.</summary>
internal sealed class OutputRing(int capacity)
{
    private const int FirstSize = 4096;

    private byte[] bytes = [];
    private int start;
    private int count;

    public void Add(ReadOnlySpan<byte> added)
    {
        if (added.IsEmpty) return;
        if (added.Length > capacity) added = added[^capacity..];
        Grow(count + added.Length);
        var end = (start + count) % bytes.Length;
        var first = Math.Min(added.Length, bytes.Length - end);
        added[..first].CopyTo(bytes.AsSpan(end));
        added[first..].CopyTo(bytes);
        var over = Math.Max(0, count + added.Length - bytes.Length);
        start = (start + over) % bytes.Length;
        count += added.Length - over;
    }

    /// <summary>The last bytes, at most <paramref name="most"/> of them; they begin with a whole line where one begins.</summary>
    public byte[] Last(int most)
    {
        var wanted = Math.Min(most, count);
        var last = new byte[wanted];
        for (var at = 0; at < wanted; at++) last[at] = bytes[(start + count - wanted + at) % bytes.Length];
        if (wanted == count && count < capacity) return last;
        var line = Array.IndexOf(last, (byte)'\n');
        return line < 0 ? last : last[(line + 1)..];
    }

    private void Grow(int wanted)
    {
        if (bytes.Length >= Math.Min(wanted, capacity)) return;
        var grown = new byte[Math.Min(capacity, Math.Max(Math.Max(FirstSize, wanted), bytes.Length * 2))];
        for (var at = 0; at < count; at++) grown[at] = bytes[(start + at) % bytes.Length];
        (bytes, start) = (grown, 0);
    }
}
