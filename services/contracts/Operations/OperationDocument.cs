using System.Text.Json.Serialization;
using Athene.Contracts.Errors;
using Athene.Contracts.Queue;

namespace Athene.Contracts.Operations;

/// <summary>A long operation (spawn, kill) and its steps; stays readable after it ended, whether it succeeded or was undone.</summary>
/// <param name="Queue">What a queued operation waits for; null for every other.</param>
public sealed record OperationDocument(
    string Id,
    string Kind,
    OperationState State,
    IReadOnlyList<StepDocument> Steps,
    string? SessionId = null,
    ProblemDocument? Error = null,
    QueuePlace? Queue = null)
{
    /// <summary>Whether nothing more will happen to it.</summary>
    [JsonIgnore]
    public bool IsOver => State is OperationState.Succeeded or OperationState.Failed;
}
