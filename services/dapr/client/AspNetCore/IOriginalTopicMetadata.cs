namespace Athene.Dapr;

/// <summary>A metadata entry of a subscription.</summary>
public interface IOriginalTopicMetadata
{
    /// <summary>Which topics of the endpoint it belongs to; null for all.</summary>
    string? Id { get; }

    string Name { get; }

    string Value { get; }
}
