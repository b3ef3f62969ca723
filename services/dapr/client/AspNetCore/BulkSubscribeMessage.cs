namespace Athene.Dapr.AspNetCore;

/// <summary>Events delivered together.</summary>
/// <typeparam name="TValue">The event: <see cref="BulkMessageModel{TValue}"/> for one in a CloudEvent.</typeparam>
public class BulkSubscribeMessage<TValue>
{
    public BulkSubscribeMessage()
    {
    }

    public BulkSubscribeMessage(List<BulkSubscribeMessageEntry<TValue>> entries, string topic, Dictionary<string, string>? metadata) =>
        (Entries, Topic, Metadata) = (entries, topic, metadata);

    public List<BulkSubscribeMessageEntry<TValue>> Entries { get; set; } = [];

    public string Topic { get; set; } = "";

    public Dictionary<string, string>? Metadata { get; set; }
}
