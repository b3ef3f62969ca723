namespace Athene.Sidecar.State;

/// <summary>A write to one key, as a request asks for it.</summary>
/// <param name="Key">The key as the app calls it; in a <see cref="StateStore"/> with its prefix.</param>
/// <param name="Value">The bytes to store; null deletes.</param>
/// <param name="ETag">The version that must be there; null for any.</param>
/// <param name="FirstWrite">Without an ETag: the key must not exist yet.</param>
/// <param name="TimeToLive">Null keeps the value for ever.</param>
internal sealed record StateChange(string Key, byte[]? Value, string? ETag, bool FirstWrite, TimeSpan? TimeToLive)
{
    /// <summary>A deletion; an empty ETag is none.</summary>
    public static StateChange Delete(string key, string? etag) => new(key, null, string.IsNullOrEmpty(etag) ? null : etag, FirstWrite: false, null);
}
