namespace Athene.Sidecar.PubSub;

/// <summary>How many events a subscriber takes at once (<c>bulkSubscribe</c>).</summary>
/// <param name="MaxMessages">As many as this make a delivery.</param>
/// <param name="MaxAwait">How long the first one waits for others.</param>
internal sealed record BulkPolicy(int MaxMessages, TimeSpan MaxAwait)
{
    private const int DefaultMaxMessages = 100;
    private const int DefaultMaxAwaitMilliseconds = 1_000;

    /// <summary>With Dapr's defaults for what is missing or not positive.</summary>
    public static BulkPolicy Create(int? maxMessagesCount, int? maxAwaitDurationMs) => new(
        maxMessagesCount is > 0 and var count ? count : DefaultMaxMessages,
        TimeSpan.FromMilliseconds(maxAwaitDurationMs is > 0 and var milliseconds ? milliseconds : DefaultMaxAwaitMilliseconds));
}
