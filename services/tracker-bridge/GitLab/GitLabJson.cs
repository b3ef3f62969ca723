using System.Text.Json;

namespace Athene.TrackerBridge.GitLab;

/// <summary>The JSON of GitLab's REST API.</summary>
internal static class GitLabJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Null when the text is something else: a proxy's page, not GitLab's answer.</summary>
    public static T? Parse<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options);
        }
        catch (JsonException)
        {
            // What asked says so, with the address that answered.
            return default;
        }
    }

    /// <summary>What GitLab says when it refuses: text, or lists of it by field.</summary>
    public static string? Refusal(string text)
    {
        if (Parse<JsonElement?>(text) is not { ValueKind: JsonValueKind.Object } answer) return null;
        foreach (var name in (ReadOnlySpan<string>)["message", "error_description", "error"])
        {
            if (answer.TryGetProperty(name, out var said)) return said.ValueKind is JsonValueKind.String ? said.GetString() : said.GetRawText();
        }

        return null;
    }
}
