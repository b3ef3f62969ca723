using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Athene.Sidecar.PubSub;

/// <summary>
/// What one subscriber gets next: refused messages whose pause is over, then fresh ones in the order of publishing. Only a page of bodies is in
/// memory, however much is due; a refused message waits as its id and keeps nobody else waiting. There is one reader.
/// </summary>
internal sealed class DeliveryQueue(SubscriberKey key, MessageStore store, TimeProvider clock)
{
    /// <summary>With so many refused messages waiting there is something wrong with the app and not with the messages: no fresh ones until some are through.</summary>
    public const int MaxRefused = 1_000;

    private const int PageLength = 100;
    private const int PageBytes = 1024 * 1024;

    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentQueue<(long Id, int Attempt)> again = [];
    private readonly Queue<DueMessage> page = [];
    private volatile bool isStale;
    private int refused;
    private long last;

    /// <summary>There may be something new.</summary>
    public void Wake() => wake.Writer.TryWrite(true);

    /// <summary>Reads again from the oldest that is due.</summary>
    public void Restart()
    {
        isStale = true;
        Wake();
    }

    /// <summary>The next message; in bulk, as many as come while the first one may wait.</summary>
    public async Task<List<DueMessage>> NextAsync(BulkPolicy? bulk, CancellationToken cancellationToken)
    {
        List<DueMessage> batch = [await TakeAsync(cancellationToken)];
        if (bulk is null) return batch;
        using var patience = new CancellationTokenSource(bulk.MaxAwait, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            while (batch.Count < bulk.MaxMessages) batch.Add(await TakeAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return batch;
        }

        return batch;
    }

    /// <summary>Gives the message again after <paramref name="pause"/>; when cancelled it stays due in the store.</summary>
    public async Task RetryAsync(long id, int attempt, TimeSpan pause, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref refused);
        await Task.Delay(pause, clock, cancellationToken);
        again.Enqueue((id, attempt));
        Wake();
    }

    private async Task<DueMessage> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake() is { } due) return due;
            await wake.Reader.ReadAsync(cancellationToken);
        }
    }

    private DueMessage? TryTake()
    {
        while (again.TryDequeue(out var retry))
        {
            Interlocked.Decrement(ref refused);
            if (store.Find(key, retry.Id, retry.Attempt) is { } due) return due;
        }

        if (isStale)
        {
            isStale = false;
            page.Clear();
            last = 0;
        }

        if (page.Count == 0 && Volatile.Read(ref refused) < MaxRefused) ReadPage();
        return page.TryDequeue(out var next) ? next : null;
    }

    private void ReadPage()
    {
        foreach (var due in store.Due(key, last, PageLength, PageBytes))
        {
            page.Enqueue(due);
            last = due.Id;
        }
    }
}
