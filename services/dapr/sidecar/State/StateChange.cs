namespace Athene.Sidecar.State;

/// <summary>A write to one key, as a request asks for it.</summary>
/// <param name="Key">The key in the store, prefix included.</param>
/// <param name="Value">JSON text; null deletes.</param>
/// <param name="ETag">The version that must be there; null for any.</param>
/// <param name="FirstWrite">Without an ETag: the key must not exist yet.</param>
/// <param name="TimeToLive">Null keeps the value for ever.</param>
internal sealed record StateChange(string Key, string? Value, string? ETag, bool FirstWrite, TimeSpan? TimeToLive);
