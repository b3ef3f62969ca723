namespace Athene.Dapr;

/// <summary>A subscription with everything that can be said about it.</summary>
public class TopicOptions
{
    public string? Name { get; set; }

    public string? PubsubName { get; set; }

    public bool EnableRawPayload { get; set; }

    public string? Match { get; set; }

    public int Priority { get; set; }

    public string[]? OwnedMetadatas { get; set; }

    public string? MetadataSeparator { get; set; }

    public string? DeadLetterTopic { get; set; }

    public IDictionary<string, string>? Metadata { get; set; }
}
