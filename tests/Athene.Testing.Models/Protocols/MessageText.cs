using System.Text.Json;

namespace Athene.Testing.Models.Protocols;

/// <summary>Reads what providers allow in two forms: a text, or a list of parts with texts.</summary>
internal static class MessageText
{
    public static string Of(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Join('\n', content.EnumerateArray().Select(OfPart)),
        _ => "",
    };

    /// <summary>Whether the request offers the tool, wherever its name stands.</summary>
    public static bool OffersTool(JsonElement request, string name) =>
        request.TryGetProperty("tools", out var tools) && tools.EnumerateArray().Any(tool => NameOf(tool) == name);

    private static string OfPart(JsonElement part) =>
        part.TryGetProperty("text", out var text) ? Of(text) : part.TryGetProperty("content", out var content) ? Of(content) : "";

    private static string? NameOf(JsonElement tool)
    {
        var named = tool.TryGetProperty("function", out var function) ? function : tool;
        return named.TryGetProperty("name", out var name) ? name.GetString() : null;
    }
}
