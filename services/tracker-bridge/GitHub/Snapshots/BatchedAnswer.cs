using System.Text.Json;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What was answered to one of many questions.</summary>
/// <param name="Repository">What was asked of the repository; undefined with a problem.</param>
/// <param name="Problem">Nothing was answered to this one.</param>
internal sealed record BatchedAnswer(JsonElement Repository, IReadOnlyList<GraphError> Errors, AtheneException? Problem)
{
    /// <summary>A part of the answer; null when GitHub has none.</summary>
    public T? Read<T>(string field)
        where T : class =>
        Repository.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.Object ? value.Deserialize<T>(GraphJson.Options) : null;
}
