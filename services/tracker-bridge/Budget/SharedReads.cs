using System.Collections.Concurrent;

namespace Athene.TrackerBridge.Budget;

/// <summary>Lets those who ask the same at the same time share one answer.</summary>
internal sealed class SharedReads
{
    /// <summary>For the read as a whole: it belongs to nobody who could give up.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Lazy<Task<StoredAnswer>>> underWay = new();

    public Task<StoredAnswer> ReadAsync(string key, Func<CancellationToken, Task<StoredAnswer>> read, CancellationToken cancellationToken) =>
        underWay.GetOrAdd(key, _ => new Lazy<Task<StoredAnswer>>(() => ReadOnceAsync(key, read))).Value.WaitAsync(cancellationToken);

    private async Task<StoredAnswer> ReadOnceAsync(string key, Func<CancellationToken, Task<StoredAnswer>> read)
    {
        // Whoever comes after the answer is there asks anew: the entry must be in place before it is removed.
        await Task.Yield();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return await read(limit.Token);
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }
}
