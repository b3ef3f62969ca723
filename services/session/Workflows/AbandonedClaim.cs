using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A claim that was refused or failed, and was undone as far as it could be.</summary>
/// <param name="Began">It was planned, and held the session; otherwise it may have been refused before that.</param>
public sealed record AbandonedClaim(ClaimInput Input, ProblemDocument Problem, IReadOnlyList<FailedUndo> FailedUndos, bool Began = false);
