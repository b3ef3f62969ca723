using Athene.Contracts.Sessions;

namespace Athene.Contracts.Events;

/// <summary>What <c>session-events</c> carries: the entry of the history, and the session as it was right after it (null when it is gone).</summary>
/// <param name="Type">The CloudEvent type, such as <c>athene.session.spawned</c>.</param>
public sealed record SessionEvent(string Type, EventDocument Event, SessionDocument? Session);
