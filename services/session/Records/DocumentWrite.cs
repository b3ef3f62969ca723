namespace Athene.Session.Records;

/// <summary>A document to store, or (with null) to remove.</summary>
/// <param name="ETag">The version it was read at; empty for a document that must not exist yet; null to write whatever is there.</param>
public sealed record DocumentWrite(string Key, byte[]? Json, string? ETag);
