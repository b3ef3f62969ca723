namespace Athene.Dapr;

/// <summary>Which metadata entries belong to a topic.</summary>
public interface IOwnedOriginalTopicMetadata
{
    /// <summary>The <see cref="IOriginalTopicMetadata.Id"/>s of its entries.</summary>
    string[]? OwnedMetadatas { get; }

    /// <summary>What joins several values of one name; a comma when null.</summary>
    string? MetadataSeparator { get; }
}
