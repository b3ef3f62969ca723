namespace Athene.Dapr;

/// <summary>A subscription with everything that can be said about it.</summary>
public class TopicOptions
{
    /// <summary>Metadata entries of the subscription. A field, because it is one in the SDK.</summary>
    public IDictionary<string, string>? Metadata;

    public string? Name { get; set; }

    public string? PubsubName { get; set; }

    public bool EnableRawPayload { get; set; }

    public string? Match { get; set; }

    public int Priority { get; set; }

    public string[]? OwnedMetadatas { get; set; }

    public string? MetadataSeparator { get; set; }

    public string? DeadLetterTopic { get; set; }
}
