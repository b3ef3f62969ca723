namespace Athene.Session.Machine.Observation;

/// <summary>The terminal itself is gone, with all that ran in it.</summary>
public sealed record RuntimeGone(string SessionId) : RuntimeChange(SessionId);
