namespace Athene.Dapr.AspNetCore;

/// <summary>Takes the events of a topic many at a time. It stands beside a <see cref="TopicAttribute"/> of that topic.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public class BulkSubscribeAttribute : Attribute, IBulkSubscribeMetadata
{
    public BulkSubscribeAttribute(string topicName, int maxMessagesCount, int maxAwaitDurationMs) : this(topicName, maxMessagesCount) =>
        MaxAwaitDurationMs = maxAwaitDurationMs;

    public BulkSubscribeAttribute(string topicName, int maxMessagesCount) : this(topicName) => MaxMessagesCount = maxMessagesCount;

    public BulkSubscribeAttribute(string topicName) => TopicName = topicName;

    public int MaxMessagesCount { get; } = 100;

    public int MaxAwaitDurationMs { get; } = 1000;

    public string TopicName { get; }
}
