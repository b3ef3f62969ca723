using Athene.Contracts.Events;
using Athene.Contracts.Tracking;

namespace Athene.Lifecycle.Decisions;

/// <summary>Something that a supervisor hears. It may come late, twice, or in any order.</summary>
public abstract record Signal;

/// <summary>Something happened to the session; carries the session as it was right after it.</summary>
public sealed record SessionSignal(SessionEvent Event) : Signal;

/// <summary>Something changed at a host; carries the whole state after the change.</summary>
public sealed record TrackerSignal(TrackerEvent Event) : Signal;

/// <summary>A time has come that something was waiting for.</summary>
public sealed record WakeSignal : Signal;
