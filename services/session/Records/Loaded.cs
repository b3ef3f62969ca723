namespace Athene.Session.Records;

/// <summary>A document as it came from the state store.</summary>
/// <param name="Value">What it says; null when there is none, or when it cannot be read.</param>
/// <param name="ETag">Its version; empty when there is none.</param>
/// <param name="Unreadable">The bytes of a document that is there but cannot be read.</param>
public sealed record Loaded<T>(string Key, T? Value, string ETag, string? Unreadable)
    where T : class;
