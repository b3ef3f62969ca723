using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A spawn that failed and was undone, as far as it could be.</summary>
/// <param name="SessionId">The session that was reserved; null when it did not come to that.</param>
public sealed record AbandonedSpawn(
    string OperationId, string ProjectId, string? SessionId, ProblemDocument Problem, IReadOnlyList<FailedUndo> FailedUndos);
