namespace Athene.Dapr;

/// <summary>Where events go that the endpoint refuses.</summary>
public interface IDeadLetterTopicMetadata
{
    string? DeadLetterTopic { get; }
}
