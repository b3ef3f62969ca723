using System.Text.Json;
using Athene.Contracts.Json;

namespace Athene.Session.Records;

/// <summary>A document as it came from the state store.</summary>
/// <param name="Value">What it says; null when there is none, or when it cannot be read.</param>
/// <param name="ETag">Its version; empty when there is none.</param>
/// <param name="Unreadable">The bytes of a document that is there but cannot be read.</param>
public sealed record Loaded<T>(string Key, T? Value, string ETag, string? Unreadable)
    where T : class
{
    public static Loaded<T> Parse(string key, string? json, string? etag)
    {
        if (string.IsNullOrEmpty(json)) return new Loaded<T>(key, null, etag ?? "", null);
        try
        {
            return new Loaded<T>(key, JsonSerializer.Deserialize<T>(json, AtheneJson.Options), etag ?? "", null);
        }
        catch (JsonException)
        {
            return new Loaded<T>(key, null, etag ?? "", json);
        }
    }
}
