using Athene.Contracts.Events;
using Athene.Contracts.Notifications;

namespace Athene.Lifecycle.Publishing;

/// <summary>Tells the other services what was decided. What is said twice has the same id twice.</summary>
public sealed class Announcer(DaprClient dapr)
{
    public Task AnnounceAsync(string type, LifecycleEvent happened, CancellationToken cancellationToken) =>
        dapr.PublishEventAsync(Topics.PubSub, Topics.LifecycleEvents, happened, Metadata(type, happened.Id), cancellationToken);

    public Task AnnounceAsync(string type, ReactionEvent happened, CancellationToken cancellationToken) =>
        dapr.PublishEventAsync(Topics.PubSub, Topics.LifecycleEvents, happened, Metadata(type, $"{happened.Id}-{happened.Reaction}"), cancellationToken);

    public Task NotifyAsync(Notification notification, CancellationToken cancellationToken) =>
        dapr.PublishEventAsync(Topics.PubSub, Topics.Notifications, notification, Metadata(EventTypes.Notification, notification.Id), cancellationToken);

    private static Dictionary<string, string> Metadata(string type, string id) => new() { ["cloudevent.type"] = type, ["cloudevent.id"] = id };
}
