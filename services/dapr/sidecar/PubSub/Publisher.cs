using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.PubSub;

/// <summary>Publishing for one app, as both APIs mean it. When a method completes, what it was given is safe in the store.</summary>
internal sealed class Publisher(Broker broker, ResourceSet resources, TimeProvider clock)
{
    /// <exception cref="DaprException">The app has no such pub/sub component.</exception>
    public void RequireComponent(HostedApp app, string pubsub)
    {
        if (resources.PubSub(pubsub, app.Id) is not null) return;
        throw new DaprException(404, "ERR_PUBSUB_NOT_FOUND", $"pubsub {pubsub} is not found") { Details = [ErrorDetail.Reason("DAPR_PUBSUB_NOT_FOUND", [])] };
    }

    public Task PublishAsync(HostedApp app, TraceHop hop, PublishRequest request) => broker.PublishAsync([ToMessage(request, app, hop)]);

    /// <exception cref="DaprException">An entry has no id, or the id of another one; nothing is published.</exception>
    public Task PublishManyAsync(
        HostedApp app, TraceHop hop, string pubsub, string topic, IReadOnlyList<PublishEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        HashSet<string> ids = [];
        if (entries.Any(entry => entry.Id.Length == 0 || !ids.Add(entry.Id))) throw DuplicateEntry(app, pubsub, topic);
        return broker.PublishAsync([.. entries.Select(entry => ToMessage(Request(entry), app, hop with { TraceParent = TraceHop.Child(hop.TraceParent) }))]);

        PublishRequest Request(PublishEntry entry)
        {
            var merged = new Dictionary<string, string>(metadata);
            foreach (var (name, value) in entry.Metadata) merged[name] = value;
            return new PublishRequest(pubsub, topic, entry.ContentType, entry.Event, merged);
        }
    }

    private Message ToMessage(PublishRequest request, HostedApp app, TraceHop hop)
    {
        MessageMetadata.Check(request);
        var now = clock.GetUtcNow();
        return request.IsRaw
            ? new Message(request.PubSub, request.Topic, request.Body, request.Metadata, null, request.Expires(now))
            : new Message(request.PubSub, request.Topic, CloudEvent.Wrap(request, app.Id, hop, now), request.Metadata, hop.TraceParent, request.Expires(now));
    }

    private static DaprException DuplicateEntry(HostedApp app, string pubsub, string topic)
    {
        const string reason = "entryId is duplicated or not present for entry";
        var message = $"error marshaling events to bytes for topic {topic} pubsub {pubsub}. error: {reason}";
        return new DaprException(400, "ERR_PUBSUB_EVENTS_SER", message)
        {
            Details =
            [
                ErrorDetail.Resource(pubsub, "pubsub", message),
                ErrorDetail.Reason("DAPR_PUBSUB_MARSHAL_EVENTS", new() { ["appID"] = app.Id, ["error"] = reason }),
            ],
        };
    }
}
