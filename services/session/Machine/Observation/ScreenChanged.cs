namespace Athene.Session.Machine.Observation;

/// <summary>The screen may show something new.</summary>
public sealed record ScreenChanged(string SessionId, DateTimeOffset At) : RuntimeChange(SessionId);
