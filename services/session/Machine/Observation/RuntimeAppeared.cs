namespace Athene.Session.Machine.Observation;

/// <summary>A terminal that was not there before.</summary>
public sealed record RuntimeAppeared(string SessionId) : RuntimeChange(SessionId);
