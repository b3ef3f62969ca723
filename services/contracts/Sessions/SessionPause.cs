namespace Athene.Contracts.Sessions;

/// <summary>A session that is paused: its agent may run, but Athene tells it nothing on its own, and its silence is no trouble.</summary>
/// <param name="Id">Another pause has another id, so that what ends one never ends the next.</param>
/// <param name="Until">When it is expected to be over; null when nobody says.</param>
/// <param name="Detail">What the agent said, or which budget is spent.</param>
public sealed record SessionPause(string Id, PauseReason Reason, DateTimeOffset Since, DateTimeOffset? Until, string Detail);
