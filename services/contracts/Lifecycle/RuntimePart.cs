namespace Athene.Contracts.Lifecycle;

/// <summary>The runtime part of a lifecycle. <see cref="ExitCode"/> is the agent's own, when it has ended and it is known.</summary>
public sealed record RuntimePart(
    RuntimeState State,
    RuntimeReason Reason,
    DateTimeOffset? LastObservedAt = null,
    int? ExitCode = null);
