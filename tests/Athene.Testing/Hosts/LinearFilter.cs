using System.Text.Json.Nodes;

namespace Athene.Testing.Hosts;

/// <summary>What a <see cref="FakeLinear"/> understands of Linear's <c>IssueFilter</c>. A part that it does not know is an error of the test.</summary>
internal static class LinearFilter
{
    public static bool Fits(JsonObject issue, JsonObject filter) => filter.All(part => part.Key switch
    {
        "number" => Compare(issue["number"], part.Value!),
        "team" => part.Value!.AsObject().All(field => field.Key == "key"
            ? field.Value!["eq"]!.GetValue<string>() == "ENG"
            : field.Value!["eq"]!.GetValue<string>() == issue["team"]!["id"]!.GetValue<string>()),
        "state" => Compare(issue["state"]!["type"], part.Value!["type"]!),
        "assignee" => Compare(issue["assignee"]?["displayName"], part.Value!["displayName"]!),
        "and" => part.Value!.AsArray().All(each => Fits(issue, each!.AsObject())),
        "labels" => issue["labels"]!["nodes"]!.AsArray().Any(label => Compare(label!["name"], part.Value!["some"]!["name"]!)),
        _ => throw new NotSupportedException(part.Key),
    });

    private static bool Compare(JsonNode? value, JsonNode comparator) => comparator.AsObject().Single() switch
    {
        { Key: "eq" } wanted => JsonNode.DeepEquals(value, wanted.Value),
        { Key: "eqIgnoreCase" } wanted => string.Equals(value?.GetValue<string>(), wanted.Value!.GetValue<string>(), StringComparison.OrdinalIgnoreCase),
        { Key: "in" } wanted => wanted.Value!.AsArray().Any(one => JsonNode.DeepEquals(value, one)),
        { Key: "nin" } wanted => !wanted.Value!.AsArray().Any(one => JsonNode.DeepEquals(value, one)),
        var unknown => throw new NotSupportedException(unknown.Key),
    };
}
