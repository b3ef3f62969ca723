using Athene.Contracts.Errors;

namespace Athene.Contracts.Operations;

/// <summary>A long operation (spawn, kill) and its steps; stays readable after it ended, whether it succeeded or was undone.</summary>
public sealed record OperationDocument(
    string Id, string Kind, OperationState State, IReadOnlyList<StepDocument> Steps, string? SessionId = null, ProblemDocument? Error = null);
