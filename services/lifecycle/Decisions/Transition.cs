using Athene.Contracts.Lifecycle;

namespace Athene.Lifecycle.Decisions;

/// <summary>A session state to go to, and why.</summary>
public sealed record Transition(SessionState State, SessionReason Reason);
