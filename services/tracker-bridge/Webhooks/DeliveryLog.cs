using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Athene.Contracts.Events;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>Queues deliveries durably, and remembers them for as long as hosts offer to deliver them again.</summary>
public sealed class DeliveryLog(DaprClient dapr, TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(3);

    private static readonly Dictionary<string, string> TimeToLive = new() { ["ttlInSeconds"] = Memory.TotalSeconds.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Names a delivery: a host's ids are its own, and so are those of everybody with a secret of his own.</summary>
    public static string KeyOf(string provider, string secretName, string delivery) =>
        $"webhook-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\n{secretName}\n{delivery}")).AsSpan(0, 16))}";

    public async Task<bool> HasAsync(string id, CancellationToken cancellationToken) =>
        await dapr.GetStateAsync<Receipt>(Topics.StateStore, id, cancellationToken: cancellationToken) is not null;

    /// <summary>
    /// Stores a delivery. First the queue, then the memory: whoever dies in between is delivered to again, and what is said twice changes nothing.
    /// </summary>
    public async Task AddAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        await dapr.PublishEventAsync(
            Topics.PubSub, Topics.WebhookDeliveries, delivery, new Dictionary<string, string> { ["cloudevent.id"] = delivery.Id }, cancellationToken);
        await dapr.SaveStateAsync(Topics.StateStore, delivery.Id, new Receipt(time.GetUtcNow()), metadata: TimeToLive, cancellationToken: cancellationToken);
    }

    private sealed record Receipt(DateTimeOffset At);
}
