using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>How an operation ended: with a session, or with the problem that undid it.</summary>
public sealed record OperationOutcome(string? SessionId, ProblemDocument? Problem = null);
