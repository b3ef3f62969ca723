using Athene.Contracts.Events;
using Athene.Contracts.Tracking;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>Tells the other services what changed at hosts.</summary>
public sealed class TrackerPublisher(DaprClient dapr)
{
    public Task PublishAsync(TrackerEvent happened, CancellationToken cancellationToken) => dapr.PublishEventAsync(
        Topics.PubSub,
        Topics.TrackerEvents,
        happened,
        new Dictionary<string, string> { ["cloudevent.type"] = happened.Type, ["cloudevent.id"] = happened.Id },
        cancellationToken);
}
