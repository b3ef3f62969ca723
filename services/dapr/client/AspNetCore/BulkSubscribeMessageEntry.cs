namespace Athene.Dapr.AspNetCore;

/// <summary>One of the events delivered together.</summary>
public class BulkSubscribeMessageEntry<TValue>
{
    public BulkSubscribeMessageEntry()
    {
    }

    public BulkSubscribeMessageEntry(string entryId, string contentType, Dictionary<string, string>? metadata, TValue eventData) =>
        (EntryId, ContentType, Metadata, Event) = (entryId, contentType, metadata, eventData);

    /// <summary>Names the event within its delivery; the answer repeats it.</summary>
    public string EntryId { get; set; } = "";

    public string ContentType { get; set; } = "";

    public Dictionary<string, string>? Metadata { get; set; }

    public TValue? Event { get; set; }
}
