using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Athene.Dapr.Conformance;

/// <summary>What the app was delivered, by the key that a test chose.</summary>
public sealed class Deliveries
{
    private readonly ConcurrentDictionary<string, Channel<Delivery>> byKey = new();
    private readonly ConcurrentDictionary<(string Route, string Key), int> counts = new();

    /// <summary>Notes a delivery, and says how many of this key there were on the route, this one included.</summary>
    public int Note(Delivery delivery)
    {
        var channel = Of(delivery.Order.Key);
        var attempt = counts.AddOrUpdate((delivery.Route, delivery.Order.Key), 1, (_, count) => count + 1);
        channel.Writer.TryWrite(delivery);
        return attempt;
    }

    public int Count(string route, string key) => counts.GetValueOrDefault((route, key));

    /// <summary>The next delivery with this key.</summary>
    public async Task<Delivery> NextAsync(string key)
    {
        using var limit = new CancellationTokenSource(ConformanceApp.Limit);
        return await Of(key).Reader.ReadAsync(limit.Token);
    }

    private Channel<Delivery> Of(string key) => byKey.GetOrAdd(key, _ => Channel.CreateUnbounded<Delivery>());
}
