using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A kill that stopped because it would have lost work.</summary>
/// <param name="Began">It held the session; otherwise it was refused before that.</param>
public sealed record FailedKill(string SessionId, ProblemDocument Problem, bool Began = false);
