namespace Athene.Dapr.AspNetCore;

/// <summary>How an endpoint takes the events of a topic many at a time.</summary>
public class BulkSubscribeTopicOptions
{
    /// <inheritdoc cref="IBulkSubscribeMetadata.MaxMessagesCount"/>
    public int MaxMessagesCount { get; set; } = 100;

    /// <inheritdoc cref="IBulkSubscribeMetadata.MaxAwaitDurationMs"/>
    public int MaxAwaitDurationMs { get; set; } = 1000;

    public string? TopicName { get; set; }
}
