using Athene.Contracts.Lifecycle;

namespace Athene.Contracts.Events;

/// <summary>What <c>lifecycle-events</c> carries: a session went from one state to another, and why.</summary>
public sealed record LifecycleEvent(
    string Id, string SessionId, string ProjectId, DateTimeOffset Time, SessionState From, SessionState To, SessionReason Reason);
