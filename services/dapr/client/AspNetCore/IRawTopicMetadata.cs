namespace Athene.Dapr;

/// <summary>Whether the topic carries bare payloads instead of CloudEvents.</summary>
public interface IRawTopicMetadata
{
    bool? EnableRawPayload { get; }
}
