using System.Globalization;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.PubSub;

/// <summary>What an app hands in for publishing.</summary>
/// <param name="Metadata">The <c>metadata.*</c> of an HTTP query without that prefix, or the metadata of a gRPC request.</param>
internal sealed record PublishRequest(string PubSub, string Topic, string? ContentType, byte[] Body, IReadOnlyDictionary<string, string> Metadata)
{
    public bool IsRaw => Metadata.GetValueOrDefault("rawPayload") == "true";

    /// <summary>When the message must not be delivered any more; null for never.</summary>
    public DateTimeOffset? Expires(DateTimeOffset now) =>
        long.TryParse(Metadata.GetValueOrDefault("ttlInSeconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? now + Lifetime.FromSeconds(seconds)
            : null;
}
