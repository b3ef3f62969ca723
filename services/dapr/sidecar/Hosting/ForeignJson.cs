using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Athene.Sidecar.Hosting;

/// <summary>
/// Reads JSON that others wrote. What <see cref="JsonDocument"/> lets pass and then cannot give as text (bytes that are not UTF-8, half of a
/// surrogate pair) is not JSON here; a child of another kind than asked for is not there.
/// </summary>
internal static class ForeignJson
{
    /// <summary>How deep objects and arrays may be in each other; what <see cref="JsonDocument"/> reads by default.</summary>
    public const int MaxDepth = 64;

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body, int maxDepth = MaxDepth) => Checked(JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = maxDepth }));

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static async Task<JsonDocument> ParseAsync(Stream body, CancellationToken cancellationToken) =>
        Checked(await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken));

    /// <summary>Whether what cannot be parsed fails for its depth, and not because it is no JSON up to there.</summary>
    public static bool IsTooDeep(ReadOnlySpan<byte> body, int maxDepth)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth >= maxDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return true;
            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The member of that name, in any letter case, as Go reads JSON: Dapr's JavaScript SDK sends <c>entryID</c>.</summary>
    public static JsonElement Child(this JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object) return default;
        return item.TryGetProperty(name, out var child)
            ? child
            : item.EnumerateObject().FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    public static string? Text(this JsonElement item, string name) => item.Child(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The members as texts; of two with one name the last counts.</summary>
    public static Dictionary<string, string> Texts(this JsonElement item, string name)
    {
        Dictionary<string, string> texts = [];
        if (item.Child(name) is not { ValueKind: JsonValueKind.Object } map) return texts;
        foreach (var member in map.EnumerateObject()) texts[member.Name] = member.Value.ToString();
        return texts;
    }

    private static JsonDocument Checked(JsonDocument document)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(document.RootElement);
        try
        {
            if (!Utf8.IsValid(bytes)) throw new JsonException("it is not UTF-8");
            // Only an escape can make a text that is no Unicode out of bytes that are.
            if (bytes.IndexOf("\\u"u8) >= 0) ReadTexts(document.RootElement);
            return document;
        }
        catch (InvalidOperationException e)
        {
            document.Dispose();
            throw new JsonException($"a text is not Unicode: {e.Message}", e);
        }
        catch (JsonException)
        {
            document.Dispose();
            throw;
        }
    }

    private static void ReadTexts(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String) _ = item.GetString();
        else if (item.ValueKind == JsonValueKind.Array) foreach (var child in item.EnumerateArray()) ReadTexts(child);
        else if (item.ValueKind == JsonValueKind.Object)
            foreach (var member in item.EnumerateObject())
            {
                _ = member.Name;
                ReadTexts(member.Value);
            }
    }
}
