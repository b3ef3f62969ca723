using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;

namespace Athene.Session.Workflows;

/// <summary>A spawn that failed and was undone, as far as it could be.</summary>
/// <param name="Kind">What the session was to be.</param>
/// <param name="FailedStep">The step that could not be done.</param>
/// <param name="SessionId">The session that was reserved; null when it did not come to that.</param>
/// <param name="Queued">It came out of the queue, and may be in it still.</param>
public sealed record AbandonedSpawn(
    string OperationId,
    string ProjectId,
    SessionKind Kind,
    string? FailedStep,
    string? SessionId,
    ProblemDocument Problem,
    IReadOnlyList<FailedUndo> FailedUndos,
    bool Queued = false);
