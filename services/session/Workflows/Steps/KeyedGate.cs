namespace Athene.Session.Workflows.Steps;

/// <summary>One at a time for a key; different keys do not wait for each other. A key that nobody uses takes no memory.</summary>
public sealed class KeyedGate
{
    private readonly Dictionary<string, Entry> entries = [];

    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken = default)
    {
        var entry = Rent(key);
        try
        {
            await entry.Turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Return(key, entry);
            throw;
        }

        return new Pass(this, key, entry);
    }

    private Entry Rent(string key)
    {
        lock (entries)
        {
            if (!entries.TryGetValue(key, out var entry)) entries[key] = entry = new Entry();
            entry.Users++;
            return entry;
        }
    }

    private void Return(string key, Entry entry)
    {
        lock (entries)
        {
            if (--entry.Users > 0) return;
            entries.Remove(key);
            entry.Turn.Dispose();
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Pass(KeyedGate gate, string key, Entry entry) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (left) return;
            left = true;
            entry.Turn.Release();
            gate.Return(key, entry);
        }
    }
}
