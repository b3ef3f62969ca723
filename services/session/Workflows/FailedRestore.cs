using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A restore that failed and was undone, as far as it could be.</summary>
/// <param name="Stage">One of <see cref="RestoreStages"/>.</param>
public sealed record FailedRestore(RestoreInput Input, string Stage, ProblemDocument Problem, IReadOnlyList<FailedUndo> FailedUndos);
