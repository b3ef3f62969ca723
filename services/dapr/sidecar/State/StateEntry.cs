namespace Athene.Sidecar.State;

/// <summary>A stored value.</summary>
/// <param name="Value">JSON text in UTF-8 when it was saved over HTTP, any bytes when it was saved over gRPC.</param>
/// <param name="Expires">When it disappears; null for never.</param>
internal sealed record StateEntry(byte[] Value, string ETag, DateTimeOffset? Expires);
