namespace Athene.Dapr;

/// <summary>An endpoint's subscription to a topic.</summary>
public interface ITopicMetadata
{
    /// <summary>The topic.</summary>
    string Name { get; }

    /// <summary>The pub/sub component.</summary>
    string PubsubName { get; }

    /// <summary>A CEL expression over the event; null takes what no other rule takes.</summary>
    string? Match { get; }

    /// <summary>Rules are tried from low to high.</summary>
    int Priority { get; }
}
