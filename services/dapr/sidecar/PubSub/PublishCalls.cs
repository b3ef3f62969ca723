using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.PubSub;

/// <summary>The publishing methods of the Dapr gRPC service.</summary>
internal sealed class PublishCalls(Publisher publisher)
{
    public async Task<Empty> PublishAsync(HttpContext context, PublishEventRequest request, CancellationToken cancellationToken)
    {
        Check(context, request.PubsubName, request.Topic);
        await publisher.PublishAsync(
            context.CallingApp(), context.Hop(),
            new PublishRequest(request.PubsubName, request.Topic, request.DataContentType, request.Data.ToByteArray(), request.Metadata));
        return new Empty();
    }

    /// <summary>All or nothing, so no entry ever fails alone.</summary>
    public async Task<BulkPublishResponse> PublishManyAsync(HttpContext context, BulkPublishRequest request, CancellationToken cancellationToken)
    {
        Check(context, request.PubsubName, request.Topic);
        var entries = request.Entries.Select(entry => new PublishEntry(entry.EntryId, entry.ContentType, entry.Event.ToByteArray(), entry.Metadata));
        await publisher.PublishManyAsync(context.CallingApp(), context.Hop(), request.PubsubName, request.Topic, [.. entries], request.Metadata);
        return new BulkPublishResponse();
    }

    private void Check(HttpContext context, string pubsub, string topic)
    {
        if (pubsub.Length == 0) throw new DaprException(404, "ERR_PUBSUB_EMPTY", "pubsub name is empty");
        publisher.RequireComponent(context.CallingApp(), pubsub);
        if (topic.Length == 0) throw new DaprException(404, "ERR_TOPIC_EMPTY", $"topic is empty in pubsub {pubsub}");
    }
}
