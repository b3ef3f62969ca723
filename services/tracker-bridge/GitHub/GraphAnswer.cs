using System.Text.Json;

namespace Athene.TrackerBridge.GitHub;

/// <summary>What GraphQL answered: perhaps not all of it.</summary>
internal sealed record GraphAnswer(JsonElement Data, IReadOnlyList<GraphError>? Errors)
{
    /// <summary>What went wrong below one field of the query.</summary>
    public IReadOnlyList<GraphError> ErrorsOf(string alias) => [.. (Errors ?? []).Where(error => error.Field == alias)];
}
