namespace Athene.Session.Machine.Observation;

/// <summary>One difference between two looks at the machine.</summary>
public abstract record RuntimeChange(string SessionId);
