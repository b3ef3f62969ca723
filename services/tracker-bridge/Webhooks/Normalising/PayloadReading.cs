using System.Text.Json;

namespace Athene.TrackerBridge.Webhooks.Normalising;

/// <summary>Reads a payload that anybody may have written: what is not there, of another type, or absurdly long, is null. Pure.</summary>
internal static class PayloadReading
{
    private const int LongestText = 400;

    private const int MostNumbers = 50;

    private const string BranchPrefix = "refs/heads/";

    /// <summary>The value at the end of a path of names.</summary>
    public static JsonElement? At(this JsonElement payload, params ReadOnlySpan<string> path)
    {
        var at = payload;
        foreach (var name in path)
        {
            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at)) return null;
        }

        return at;
    }

    public static string? Text(this JsonElement payload, params ReadOnlySpan<string> path) =>
        payload.At(path) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 and <= LongestText } text ? text : null;

    /// <summary>A number that counts something on a host: at least 1.</summary>
    public static int? Number(this JsonElement payload, params ReadOnlySpan<string> path) =>
        payload.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) && number > 0 ? number : null;

    public static bool IsTrue(this JsonElement payload, params ReadOnlySpan<string> path) => payload.At(path) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement payload, params ReadOnlySpan<string> path) =>
        payload.At(path) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Take(MostNumbers) : [];

    /// <summary>A commit's name; anything else than hexadecimal digits is none.</summary>
    public static string? Sha(this JsonElement payload, params ReadOnlySpan<string> path) =>
        payload.Text(path) is { } text && text.All(char.IsAsciiHexDigit) ? text : null;

    /// <summary>The branch that a full ref names; null for tags and everything else that is no branch.</summary>
    public static string? BranchOf(string? reference) =>
        reference is not null && reference.StartsWith(BranchPrefix, StringComparison.Ordinal) ? reference[BranchPrefix.Length..] : null;
}
