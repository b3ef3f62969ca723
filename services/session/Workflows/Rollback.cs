using Athene.Contracts.Errors;

namespace Athene.Session.Workflows;

/// <summary>A spawn that is about to be undone.</summary>
public sealed record Rollback(string OperationId, string ProjectId, string SessionId, ProblemDocument Problem);
