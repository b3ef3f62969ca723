using System.Text.Json;
using Athene.Contracts.Json;

namespace Athene.Session.Records;

/// <summary>A document and its version; <see cref="Json"/> is null when there is none under the key.</summary>
public sealed record StoredDocument(string Key, string? Json, string ETag)
{
    /// <summary>The document as a record; one that cannot be read is told from one that is not there.</summary>
    public Loaded<T> As<T>()
        where T : class
    {
        if (string.IsNullOrEmpty(Json)) return new Loaded<T>(Key, null, ETag, null);
        try
        {
            return new Loaded<T>(Key, JsonSerializer.Deserialize<T>(Json, AtheneJson.Options), ETag, null);
        }
        catch (JsonException)
        {
            return new Loaded<T>(Key, null, ETag, Json);
        }
    }
}
