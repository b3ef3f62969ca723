using System.Text.Json.Nodes;

namespace Athene.Testing;

/// <summary>What Slack's documentation of Block Kit allows, as far as messages of Athene can go beyond it.</summary>
internal static class SlackLimits
{
    /// <summary>Slack's word for what is wrong; null: nothing.</summary>
    public static string? Check(JsonObject body)
    {
        var blocks = new SlackPost("", body, null).Blocks;
        if (blocks.Count is 0 or > 50) return "invalid_blocks";
        return blocks.All(IsValid) ? null : "invalid_blocks";
    }

    private static bool IsValid(JsonObject block) => (string?)block["type"] switch
    {
        "header" => IsText(block["text"], 150) && (string?)block["text"]!["type"] == "plain_text",
        "section" => (block["text"] is not null || block["fields"] is not null)
            && (block["text"] is null || IsText(block["text"], 3000))
            && (block["fields"] is null || (block["fields"] is JsonArray { Count: >= 1 and <= 10 } fields && fields.All(field => IsText(field, 2000)))),
        "context" => block["elements"] is JsonArray { Count: >= 1 and <= 10 },
        "actions" => block["elements"] is JsonArray { Count: >= 1 and <= 25 } buttons && buttons.All(button =>
            IsText(button!["text"], 75) && ((string?)button["url"])?.Length is null or <= 3000),
        _ => false,
    };

    private static bool IsText(JsonNode? text, int longest) => ((string?)text?["text"])?.Length is >= 1 && ((string)text!["text"]!).Length <= longest;
}
