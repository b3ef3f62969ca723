using Athene.Contracts.Events;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Athene.Session.Records;

/// <summary>The Dapr state store <c>statestore</c>.</summary>
public sealed partial class DaprDocuments : IDocuments
{
    /// <summary>How long a read or write waits for a sidecar that is being restarted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite, Consistency = ConsistencyMode.Strong };

    private readonly DaprClient dapr;
    private readonly ILogger<DaprDocuments> logger;
    private readonly ResiliencePipeline untilSidecarIsBack;

    public DaprDocuments(DaprClient dapr, TimeProvider time, ILogger<DaprDocuments> logger)
    {
        this.dapr = dapr;
        this.logger = logger;
        // A library for the back-off: jitter and time-outs are easy to get subtly wrong.
        untilSidecarIsBack = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(Patience)
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DaprException>(IsUnreachable).Handle<HttpRequestException>(),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(20),
                MaxDelay = TimeSpan.FromSeconds(1),
                MaxRetryAttempts = int.MaxValue,
            })
            .Build();
    }

    public async Task<IReadOnlyList<StoredDocument>> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return [];
        var items = await AskAsync(
            async token => await dapr.GetBulkStateAsync(Topics.StateStore, keys, parallelism: null, cancellationToken: token), cancellationToken);
        var found = items.ToDictionary(item => item.Key);
        return [.. keys.Select(key => found.TryGetValue(key, out var item)
            ? new StoredDocument(key, string.IsNullOrEmpty(item.Value) ? null : item.Value, item.ETag ?? "")
            : new StoredDocument(key, null, ""))];
    }

    public async Task<bool> TryWriteAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var requests = writes.Select(ToRequest).ToList();
        try
        {
            return await AskAsync(
                async token =>
                {
                    await dapr.ExecuteStateTransactionAsync(Topics.StateStore, requests, cancellationToken: token);
                    return true;
                },
                cancellationToken);
        }
        catch (DaprException refused) when (!IsUnreachable(refused))
        {
            // Dapr answers a lost ETag in a transaction like any other failure (500), so the caller reads again and decides.
            LogRefused(logger, refused, writes.Count);
            return false;
        }
    }

    // Whoever goes on without the state store expects the errors of Dapr, not those of the library that waits.
    private async Task<T> AskAsync<T>(Func<CancellationToken, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await untilSidecarIsBack.ExecuteAsync(ask, cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            throw new DaprException($"The state store has not answered for {Patience.TotalSeconds} s.", late);
        }
    }

    private static StateTransactionRequest ToRequest(DocumentWrite write) => new(
        write.Key,
        write.Json,
        write.Json is null ? StateOperationType.Delete : StateOperationType.Upsert,
        string.IsNullOrEmpty(write.ETag) ? null : write.ETag,
        options: write.ETag is null ? null : FirstWrite);

    // However deep: the official SDK wraps the failure of the connection once more.
    private static bool IsUnreachable(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutRejectedException || (exception.InnerException is { } cause && IsUnreachable(cause));
}
