using System.Text;
using System.Text.Json;

namespace Athene.Session.Hooks;

/// <summary>Reads the texts at the top level of a JSON object that may have been cut off anywhere: what came whole is there. Pure.</summary>
public static class TopLevelTexts
{
    public static IReadOnlyDictionary<string, string> Of(string json)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, state: default);
        try
        {
            Read(ref reader, texts);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // No JSON from here on, or a text that is no Unicode.
            return texts;
        }

        return texts;
    }

    private static void Read(ref Utf8JsonReader reader, Dictionary<string, string> texts)
    {
        string? name = null;
        while (reader.Read())
        {
            if (reader.CurrentDepth > 1) continue;
            if (reader.TokenType is JsonTokenType.PropertyName) name = reader.GetString();
            else if (reader.TokenType is JsonTokenType.String && name is not null) texts[name] = reader.GetString()!;
        }
    }
}
