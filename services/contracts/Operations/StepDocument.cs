namespace Athene.Contracts.Operations;

/// <summary>One step of an operation.</summary>
public sealed record StepDocument(
    string Name, StepState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt = null, string? Error = null);
