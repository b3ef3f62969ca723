using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A spawn that failed and was undone, as far as it could be.</summary>
public sealed record AbandonedSpawn(string OperationId, string ProjectId, ProblemDocument Problem, IReadOnlyList<FailedUndo> FailedUndos);
