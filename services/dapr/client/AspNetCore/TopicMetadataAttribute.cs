namespace Athene.Dapr;

/// <summary>Adds a metadata entry to the subscriptions of an endpoint.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public class TopicMetadataAttribute : Attribute, IOriginalTopicMetadata
{
    public TopicMetadataAttribute(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        Name = name;
        Value = value;
    }

    /// <summary>An entry for those topics of the endpoint that own <paramref name="id"/>.</summary>
    public TopicMetadataAttribute(string id, string name, string value) : this(name, value) => Id = id;

    public string? Id { get; }

    public string Name { get; }

    public string Value { get; }
}
