namespace Athene.Dapr.AspNetCore;

/// <summary>What became of one of the events delivered together.</summary>
public class BulkSubscribeAppResponseEntry(string entryId, BulkSubscribeAppResponseStatus status)
{
    public string EntryId { get; } = entryId;

    public string Status { get; } = status.ToString();
}
