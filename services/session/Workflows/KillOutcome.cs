using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>How a kill ended.</summary>
public sealed record KillOutcome(bool Cleaned, bool AlreadyTerminated, string? RescueRef, ProblemDocument? Problem = null);
