using System.Globalization;
using System.Text.Json;

namespace Athene.TrackerBridge.Tests.GitHubHost;

/// <summary>Checks values against the part of JSON Schema that GitHub's OpenAPI description uses for its answers.</summary>
/// <param name="root">The document that references point into.</param>
internal sealed class JsonSchema(JsonElement root)
{
    /// <summary>Follows a reference, such as <c>#/components/schemas/job</c>.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = root;
            foreach (var part in reference.GetString()!.Split('/').Skip(1)) schema = schema.GetProperty(part);
        }

        return schema;
    }

    /// <summary>What is wrong with a value, each with its place; empty for nothing.</summary>
    public IReadOnlyList<string> ProblemsOf(JsonElement schema, JsonElement value, string place)
    {
        schema = Resolve(schema);
        if (value.ValueKind is JsonValueKind.Null && IsNullable(schema)) return [];
        return [
            .. OfChoices(schema, value, place), .. OfType(schema, value, place), .. OfEnumeration(schema, value, place),
            .. OfProperties(schema, value, place), .. OfItems(schema, value, place)];
    }

    private bool IsNullable(JsonElement schema) =>
        (schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        || (Part(schema, "allOf") is { } all && all.EnumerateArray().All(part => IsNullable(Resolve(part))));

    private IEnumerable<string> OfChoices(JsonElement schema, JsonElement value, string place)
    {
        var all = Part(schema, "allOf") is { } parts ? parts.EnumerateArray().SelectMany(part => ProblemsOf(part, value, place)) : [];
        var any = (Part(schema, "oneOf") ?? Part(schema, "anyOf"))?.EnumerateArray().Select(choice => ProblemsOf(choice, value, place)).ToArray();
        return any is null || any.Any(problems => problems.Count == 0) ? all : all.Concat(any.MinBy(problems => problems.Count)!);
    }

    private static IEnumerable<string> OfType(JsonElement schema, JsonElement value, string place)
    {
        if (Part(schema, "type")?.GetString() is not { } type) return [];
        var fits = type switch
        {
            "object" => value.ValueKind is JsonValueKind.Object,
            "array" => value.ValueKind is JsonValueKind.Array,
            "string" => value.ValueKind is JsonValueKind.String && FitsFormat(schema, value.GetString()!),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind is JsonValueKind.Number,
            _ => throw new NotSupportedException($"type {type}"),
        };
        return fits ? [] : [$"{place}: {value.GetRawText()} is no {type}"];
    }

    private static bool FitsFormat(JsonElement schema, string text) => Part(schema, "format")?.GetString() switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => true,
    };

    private static IEnumerable<string> OfEnumeration(JsonElement schema, JsonElement value, string place) =>
        Part(schema, "enum") is not { } words || words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)) ? [] : [$"{place}: {value.GetRawText()} is not in {words.GetRawText()}"];

    private IEnumerable<string> OfProperties(JsonElement schema, JsonElement value, string place)
    {
        if (value.ValueKind is not JsonValueKind.Object) return [];
        var missing = Part(schema, "required") is { } required
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place}: {name.GetString()} is missing")
            : [];
        if (Part(schema, "properties") is not { } properties) return missing;
        return missing.Concat(value.EnumerateObject().Where(member => properties.TryGetProperty(member.Name, out _))
            .SelectMany(member => ProblemsOf(properties.GetProperty(member.Name), member.Value, $"{place}/{member.Name}")));
    }

    private IEnumerable<string> OfItems(JsonElement schema, JsonElement value, string place) =>
        value.ValueKind is JsonValueKind.Array && Part(schema, "items") is { } items
            ? value.EnumerateArray().SelectMany((item, index) => ProblemsOf(items, item, $"{place}/{index}"))
            : [];

    private static JsonElement? Part(JsonElement schema, string name) => schema.TryGetProperty(name, out var part) ? part : null;
}
