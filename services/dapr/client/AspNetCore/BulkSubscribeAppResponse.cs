namespace Athene.Dapr.AspNetCore;

/// <summary>An app's answer to events delivered together: what became of each.</summary>
public class BulkSubscribeAppResponse(List<BulkSubscribeAppResponseEntry> statuses)
{
    public List<BulkSubscribeAppResponseEntry> Statuses { get; } = statuses;
}
