using System.Text.Json;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Asks for the next part of a list of something that GitHub has an id for.</summary>
/// <param name="Type">What the id is of.</param>
/// <param name="Path">Where in the answer the list is.</param>
/// <param name="Fields">The list, with <c>$after</c> for where it goes on.</param>
internal sealed record PageQuestion(string Type, IReadOnlyList<string> Path, string Fields)
{
    public GraphQuery After(string id, string cursor) => new(
        $"query Rest($id: ID!, $after: String!) {{ node(id: $id) {{ ... on {Type} {{ {Fields} }} }} }}",
        new Dictionary<string, object?> { ["id"] = id, ["after"] = cursor });

    public JsonElement? Find(JsonElement data)
    {
        foreach (var part in (string[])["node", .. Path])
        {
            if (data.ValueKind is not JsonValueKind.Object || !data.TryGetProperty(part, out data)) return null;
        }

        return data.ValueKind is JsonValueKind.Object ? data : null;
    }
}
