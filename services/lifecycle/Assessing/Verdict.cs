using Athene.Contracts.Lifecycle;

namespace Athene.Lifecycle.Assessing;

/// <summary>A session state, and why.</summary>
public sealed record Verdict(SessionState State, SessionReason Reason);
