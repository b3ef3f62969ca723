using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A claim that was refused or failed, and was undone as far as it could be.</summary>
public sealed record AbandonedClaim(ClaimInput Input, ProblemDocument Problem, IReadOnlyList<FailedUndo> FailedUndos);
