namespace Athene.Session.Records;

/// <summary>A document and its version; <see cref="Json"/> is null when there is none under the key.</summary>
public sealed record StoredDocument(string Key, string? Json, string ETag);
