using System.Text.Json;

namespace Athene.TrackerBridge.GitHub;

/// <summary>What GraphQL answered: perhaps not all of it.</summary>
internal sealed record GraphAnswer(JsonElement Data, IReadOnlyList<GraphError>? Errors)
{
    /// <summary>What is left of the limit; null when it was not asked for, or the host has none.</summary>
    public GraphRateLimit? RateLimit =>
        Data.TryGetProperty("rateLimit", out var told) && told.ValueKind is JsonValueKind.Object ? told.Deserialize<GraphRateLimit>(GraphJson.Options) : null;

    /// <summary>What went wrong below one field of the query.</summary>
    public IReadOnlyList<GraphError> ErrorsOf(string alias) => [.. (Errors ?? []).Where(error => error.Field == alias)];
}
