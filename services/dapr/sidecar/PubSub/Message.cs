namespace Athene.Sidecar.PubSub;

/// <summary>A published message as it lies in the store.</summary>
/// <param name="Body">The envelope, or with raw publishing the bare payload.</param>
/// <param name="Metadata">What the publisher gave as <c>metadata.*</c>; it comes along as headers.</param>
/// <param name="Trace">The traceparent it was published under; null for raw messages.</param>
/// <param name="Expires">After this it is not delivered any more; null for never.</param>
internal sealed record Message(
    string PubSub, string Topic, byte[] Body, IReadOnlyDictionary<string, string> Metadata, string? Trace, DateTimeOffset? Expires);
