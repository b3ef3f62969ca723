namespace Athene.Sidecar.PubSub;

/// <summary>What an app hands in for publishing.</summary>
/// <param name="Metadata">The <c>metadata.*</c> of the query, without that prefix.</param>
internal sealed record PublishRequest(
    string PubSub, string Topic, string? ContentType, byte[] Body, IReadOnlyDictionary<string, string> Metadata, DateTimeOffset? Expires)
{
    public bool IsRaw => Metadata.GetValueOrDefault("rawPayload") == "true";
}
