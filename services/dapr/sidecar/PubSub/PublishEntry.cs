namespace Athene.Sidecar.PubSub;

/// <summary>One message of a bulk publish.</summary>
/// <param name="Id">Unique within the request.</param>
/// <param name="Metadata">Wins over the metadata of the whole request.</param>
internal sealed record PublishEntry(string Id, string? ContentType, byte[] Event, IReadOnlyDictionary<string, string> Metadata);
