namespace Athene.Dapr.Client;

/// <summary>An event published together with others.</summary>
/// <param name="entryId">Names the event within its request.</param>
/// <param name="eventData">The event.</param>
/// <param name="contentType">What the event is sent as.</param>
/// <param name="metadata">Overrides the metadata of the request.</param>
public class BulkPublishEntry<TValue>(
    string entryId, TValue eventData, string contentType, IReadOnlyDictionary<string, string>? metadata = null)
{
    public string EntryId { get; } = entryId;

    public TValue EventData { get; } = eventData;

    public string ContentType { get; } = contentType;

    public IReadOnlyDictionary<string, string>? Metadata { get; } = metadata;
}
