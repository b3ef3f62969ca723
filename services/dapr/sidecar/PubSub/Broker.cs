using System.Collections.Concurrent;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.PubSub;

/// <summary>Connects those who publish with the pumps of those who subscribed.</summary>
internal sealed class Broker(MessageStore store, DeliveryClient client, ResourceSet resources, TimeProvider clock, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<SubscriberKey, DeliveryPump> pumps = [];
    private readonly ConcurrentDictionary<string, IReadOnlyList<Subscription>> current = [];

    /// <summary>The subscriptions of an app that are in force.</summary>
    public IReadOnlyList<Subscription> SubscriptionsOf(string appId) => current.GetValueOrDefault(appId, []);

    public void Publish(IReadOnlyList<Message> messages) => Wake(store.Add(messages));

    /// <summary>Settles a message that a subscriber refuses for good.</summary>
    public void GiveUp(SubscriberKey key, long id, Message message, string deadLetterTopic)
    {
        if (deadLetterTopic.Length == 0) store.Settle(key, id);
        else Wake(store.MoveToDeadLetters(key, id, message, deadLetterTopic));
    }

    /// <summary>Takes what an app that has just come (back) wants, and starts pumps for what is new.</summary>
    public void Subscribe(AppPresence presence, IEnumerable<Subscription> asked, CancellationToken stopping)
    {
        var appId = presence.App.Id;
        var declared = resources.Subscriptions.Where(item => item.Scopes.Count == 0 || item.Scopes.Contains(appId)).Select(item => item.Subscription);
        var wanted = asked.Concat(declared)
            .Where(subscription => resources.PubSub(subscription.PubSub, appId) is not null)
            .DistinctBy(subscription => (subscription.PubSub, subscription.Topic))
            .ToDictionary(subscription => new SubscriberKey(appId, subscription.PubSub, subscription.Topic));
        store.Subscribe(appId, wanted.Keys);
        current[appId] = [.. wanted.Values];
        foreach (var (key, subscription) in wanted)
        {
            var isNew = false;
            var pump = pumps.GetOrAdd(key, _ =>
            {
                isNew = true;
                return new DeliveryPump(key, presence, this, store, client, resources.InboundRetry(key.PubSub), clock, loggers.CreateLogger<DeliveryPump>());
            });
            pump.Update(subscription);
            if (isNew) _ = Task.Run(() => pump.RunAsync(stopping), CancellationToken.None);
            else pump.Wake();
        }
    }

    private void Wake(IEnumerable<SubscriberKey> keys)
    {
        foreach (var key in keys)
            if (pumps.TryGetValue(key, out var pump)) pump.Wake();
    }
}
