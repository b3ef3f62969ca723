using System.Globalization;
using System.Text.Json;
using Athene.Contracts.Events;
using Athene.Contracts.Json;

namespace Athene.Notifier.Delivery;

/// <summary>What is to be told and what was, in the state store. Changes are atomic, also between several processes.</summary>
public sealed class DeliveryStore(DaprClient dapr) : IDisposable
{
    /// <summary>How often somebody else may come first before it counts as a failure.</summary>
    private const int MostRaces = 20;

    private const string JournalKey = "notifications";

    private static readonly StateOptions FirstWins = new() { Concurrency = ConcurrencyMode.FirstWrite };

    private static readonly Dictionary<string, string> ForAMonth = new()
    {
        ["ttlInSeconds"] = ((int)TimeSpan.FromDays(30).TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    // Of one process, one at a time: its workers would otherwise lose races against each other.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Takes a notification with what it needs to reach its notifiers, all or nothing; false when it was taken before.</summary>
    public Task<bool> AcceptAsync(
        KeptNotification notification, IReadOnlyDictionary<string, Entry> entries, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            var id = notification.Notification.Id;
            var (known, etag) = await dapr.GetStateAndETagAsync<KeptNotification>(Topics.StateStore, NotificationKey(id), cancellationToken: cancellationToken);
            if (known is not null) return false;
            var (journal, journalTag) = await ReadAsync<Journal>(JournalKey, cancellationToken);
            var writes = new List<StateTransactionRequest>
            {
                Upsert(NotificationKey(id), notification, etag, ForAMonth), Upsert(JournalKey, (journal ?? Journal.Empty).With(id), journalTag),
            };
            foreach (var (target, entry) in entries)
            {
                var (outbox, outboxTag) = await ReadAsync<Outbox>(OutboxKey(target), cancellationToken);
                writes.Add(Upsert(OutboxKey(target), (outbox ?? Outbox.Empty).With(entry, notification.ReceivedAt), outboxTag));
            }

            await dapr.ExecuteStateTransactionAsync(Topics.StateStore, writes, cancellationToken: cancellationToken);
            return true;
        },
        cancellationToken);

    public async Task<Outbox> OutboxAsync(string target, CancellationToken cancellationToken) =>
        (await ReadAsync<Outbox>(OutboxKey(target), cancellationToken)).Value ?? Outbox.Empty;

    /// <summary>Changes what one notifier has to tell, whatever others do meanwhile.</summary>
    /// <returns>What is stored then.</returns>
    public Task<Outbox> ChangeAsync(string target, Func<Outbox, Outbox> change, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            for (var race = 0; race < MostRaces; race++)
            {
                var (outbox, etag) = await ReadAsync<Outbox>(OutboxKey(target), cancellationToken);
                var changed = change(outbox ?? Outbox.Empty);
                if (await dapr.TrySaveStateAsync(Topics.StateStore, OutboxKey(target), changed, etag, FirstWins, cancellationToken: cancellationToken)) return changed;
            }

            throw new DaprException($"The outbox of '{target}' was changed by others {MostRaces} times in a row.");
        },
        cancellationToken);

    /// <summary>The notifications with these ids, in their order; those that are no longer kept are left out.</summary>
    public async Task<IReadOnlyList<KeptNotification>> NotificationsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var items = await dapr.GetBulkStateAsync(Topics.StateStore, [.. ids.Select(NotificationKey)], parallelism: null, cancellationToken: cancellationToken);
        var found = items.Where(item => !string.IsNullOrEmpty(item.Value)).ToDictionary(item => item.Key, item => item.Value);
        return
        [
            .. ids.Select(id => found.TryGetValue(NotificationKey(id), out var json) ? JsonSerializer.Deserialize<KeptNotification>(json, AtheneJson.Options) : null)
                .OfType<KeptNotification>(),
        ];
    }

    public async Task<KeptNotification?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync<KeptNotification>(NotificationKey(id), cancellationToken)).Value;

    /// <summary>The ids of the newest notifications, oldest first.</summary>
    public async Task<Journal> JournalAsync(CancellationToken cancellationToken) =>
        (await ReadAsync<Journal>(JournalKey, cancellationToken)).Value ?? Journal.Empty;

    public void Dispose() => turn.Dispose();

    private static string NotificationKey(string id) => $"notification-{id}";

    private static string OutboxKey(string target) => $"outbox-{target}";

    private async Task<(T? Value, string ETag)> ReadAsync<T>(string key, CancellationToken cancellationToken)
        where T : class =>
        await dapr.GetStateAndETagAsync<T>(Topics.StateStore, key, cancellationToken: cancellationToken);

    private static StateTransactionRequest Upsert<T>(string key, T value, string etag, Dictionary<string, string>? metadata = null) => new(
        key, JsonSerializer.SerializeToUtf8Bytes(value, AtheneJson.Options), StateOperationType.Upsert, string.IsNullOrEmpty(etag) ? null : etag, metadata, FirstWins);

    private async Task<T> InTurnAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await change();
        }
        finally
        {
            turn.Release();
        }
    }
}
