namespace Athene.Sidecar.State;

/// <summary>A stored value.</summary>
/// <param name="Value">JSON text.</param>
/// <param name="Expires">When it disappears; null for never.</param>
internal sealed record StateEntry(string Value, string ETag, DateTimeOffset? Expires);
