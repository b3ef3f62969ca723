namespace Athene.Contracts.Lifecycle;

/// <summary>The session part of a lifecycle. Times are UTC.</summary>
public sealed record SessionPart(
    SessionState State,
    SessionReason Reason,
    DateTimeOffset LastTransitionAt,
    DateTimeOffset? StartedAt = null,
    DateTimeOffset? CompletedAt = null,
    DateTimeOffset? TerminatedAt = null);
