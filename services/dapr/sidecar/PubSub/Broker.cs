using System.Collections.Concurrent;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.PubSub;

/// <summary>Connects those who publish with the pumps of those who subscribed.</summary>
internal sealed partial class Broker(MessageStore store, DeliveryClient client, ResourceSet resources, TimeProvider clock, ILoggerFactory loggers, ILogger<Broker> logger)
    : IDisposable
{
    private readonly ConcurrentDictionary<SubscriberKey, DeliveryPump> pumps = [];
    private readonly ConcurrentDictionary<string, AskedSubscriptions> current = [];
    private readonly ConcurrentBag<Task> running = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoning = new();

    /// <summary>What an app subscribed to, and what of it was refused.</summary>
    public AskedSubscriptions SubscriptionsOf(string appId) => current.GetValueOrDefault(appId, AskedSubscriptions.None);

    /// <summary>Completes when the messages are safe.</summary>
    public async Task PublishAsync(IReadOnlyList<Message> messages) => Wake(await store.AddAsync(messages));

    /// <summary>Settles a message that a subscriber refuses for good.</summary>
    public async Task GiveUpAsync(SubscriberKey key, long id, Message message, string deadLetterTopic)
    {
        if (deadLetterTopic.Length == 0) await store.SettleAsync(key, [id]);
        else Wake(await store.MoveToDeadLettersAsync(key, id, message, deadLetterTopic));
    }

    /// <summary>
    /// Forgets the subscribers that this sidecar no longer has: nobody would ever take their messages. An app that is only away is still
    /// in the configuration and keeps its own.
    /// </summary>
    public void ForgetOthers(IEnumerable<string> apps)
    {
        foreach (var (app, messages) in store.ForgetOthers(apps)) LogForgotten(app, messages);
    }

    /// <summary>Takes what an app that has just come (back) wants, and starts pumps for what is new.</summary>
    public void Subscribe(AppPresence presence, AskedSubscriptions asked)
    {
        var appId = presence.App.Id;
        var (granted, refused) = Examine(appId, asked);
        foreach (var refusal in refused) LogRefused(appId, refusal.PubSub, refusal.Topic, refusal.Reason);

        // What is refused stays subscribed, so that its events wait until the app asks for something that can be understood.
        var wanted = granted.ToDictionary(subscription => new SubscriberKey(appId, subscription.PubSub, subscription.Topic));
        SubscriberKey[] kept = [.. wanted.Keys.Union(refused.Select(refusal => new SubscriberKey(appId, refusal.PubSub, refusal.Topic)))];
        if (asked.IsAll) store.ForgetAllBut(appId, kept);
        store.Subscribe(appId, kept);
        current[appId] = new AskedSubscriptions(granted, refused);
        foreach (var (key, pump) in pumps.Where(pair => pair.Key.App == appId && !wanted.ContainsKey(pair.Key))) pump.Pause();
        foreach (var (key, subscription) in wanted)
        {
            var pump = pumps.GetOrAdd(key, _ => Start(key, presence));
            pump.Resume(subscription);
            pump.Wake();
        }
    }

    /// <summary>Takes no new messages, and completes when what is under way has ended, or, with <paramref name="graceOver"/>, was abandoned; that stays due.</summary>
    public async Task DrainAsync(CancellationToken graceOver)
    {
        await stopping.CancelAsync();
        await using var end = graceOver.Register(abandoning.Cancel);
        await Task.WhenAll(running);
    }

    public void Dispose()
    {
        stopping.Dispose();
        abandoning.Dispose();
    }

    private AskedSubscriptions Examine(string appId, AskedSubscriptions asked)
    {
        var declared = resources.Subscriptions.Where(item => item.Scopes.Count == 0 || item.Scopes.Contains(appId)).Select(item => item.Subscription);
        var all = asked.Granted.Concat(declared).DistinctBy(subscription => (subscription.PubSub, subscription.Topic)).ToLookup(subscription => resources.PubSub(subscription.PubSub, appId) is not null);
        var unknown = all[false].Select(subscription => new RefusedSubscription(subscription.PubSub, subscription.Topic, $"there is no pub/sub component '{subscription.PubSub}' for this app"));
        return new AskedSubscriptions([.. all[true]], [.. asked.Refused, .. unknown]);
    }

    private DeliveryPump Start(SubscriberKey key, AppPresence presence)
    {
        var pump = new DeliveryPump(key, presence, this, store, client, resources.Inbound(key.PubSub, key.App), clock, loggers.CreateLogger<DeliveryPump>());
        running.Add(Task.Run(() => pump.RunAsync(stopping.Token, abandoning.Token), CancellationToken.None));
        return pump;
    }

    private void Wake(IEnumerable<SubscriberKey> keys)
    {
        foreach (var key in keys)
            if (pumps.TryGetValue(key, out var pump)) pump.Wake();
    }

    [LoggerMessage(LogLevel.Warning, "{AppId} is no longer one of this sidecar's apps: its subscriptions and {Messages} undelivered messages are forgotten")]
    private partial void LogForgotten(string appId, int messages);

    [LoggerMessage(LogLevel.Error, "{AppId} does not get its subscription of {PubSub}/{Topic}: {Reason}. Its events are kept until it is corrected")]
    private partial void LogRefused(string appId, string pubSub, string topic, string reason);
}
