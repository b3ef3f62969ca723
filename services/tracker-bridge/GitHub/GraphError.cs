using System.Text.Json;

namespace Athene.TrackerBridge.GitHub;

/// <summary>A field that GraphQL could not answer.</summary>
/// <param name="Type">GitHub's word for it, such as NOT_FOUND.</param>
/// <param name="Path">From the query's own field, by alias, down to the one that failed.</param>
internal sealed record GraphError(string? Type, IReadOnlyList<JsonElement>? Path, string? Message)
{
    public const string NotFound = "NOT_FOUND";

    /// <summary>GitHub gave up on the work, and may manage less of it.</summary>
    public bool IsTooMuch => Type is "RESOURCE_LIMITS_EXCEEDED" || Message?.Contains("timeout", StringComparison.OrdinalIgnoreCase) is true;

    public bool IsRateLimit => Type is "RATE_LIMITED" || Message?.Contains("secondary rate limit", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>The query's own field; null when the query as a whole failed.</summary>
    public string? Field => At(0);

    public int Depth => Path?.Count ?? 0;

    /// <summary>A part of the path.</summary>
    public string? At(int depth) => Path?.Count > depth ? Path[depth].ToString() : null;
}
