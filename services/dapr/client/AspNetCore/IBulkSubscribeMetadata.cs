namespace Athene.Dapr.AspNetCore;

/// <summary>That an endpoint takes the events of a topic many at a time.</summary>
public interface IBulkSubscribeMetadata
{
    /// <summary>The most events in one delivery.</summary>
    int MaxMessagesCount { get; }

    /// <summary>How long the sidecar may wait for that many, in milliseconds.</summary>
    int MaxAwaitDurationMs { get; }

    string TopicName { get; }
}
