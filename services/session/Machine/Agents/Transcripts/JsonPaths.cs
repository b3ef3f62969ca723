using System.Globalization;
using System.Text.Json;

namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>Looks into JSON whose shape belongs to somebody else: what is not there, or is something else, is null.</summary>
internal static class JsonPaths
{
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element)) return null;
        }

        return element;
    }

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } text ? Decoded(text) : null;

    public static long? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    public static decimal? Amount(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value : null;

    public static bool IsTrue(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.True };

    public static DateTimeOffset? Time(this JsonElement element, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(element.Text(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>The texts of an array of parts, such as <c>[{"type":"text","text":"…"}]</c>, a line each; or a plain text as it is.</summary>
    public static string? PartTexts(this JsonElement element, params ReadOnlySpan<string> path)
    {
        if (element.At(path) is not { } content) return null;
        if (content.ValueKind is JsonValueKind.String) return Decoded(content);
        if (content.ValueKind is not JsonValueKind.Array) return null;
        var texts = content.EnumerateArray().Select(part => part.Text("text")).OfType<string>().ToList();
        return texts.Count == 0 ? null : string.Join('\n', texts);
    }

    private static string? Decoded(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a character, where the agent cut a text: well-formed JSON, but no Unicode.
            return null;
        }
    }
}
