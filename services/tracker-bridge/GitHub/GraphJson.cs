using System.Text.Json;

namespace Athene.TrackerBridge.GitHub;

/// <summary>GraphQL's JSON: camelCase members, words of enumerations as they are.</summary>
internal static class GraphJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);
}
