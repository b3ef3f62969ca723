using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A kill that stopped because it would have lost work.</summary>
public sealed record FailedKill(string SessionId, ProblemDocument Problem);
