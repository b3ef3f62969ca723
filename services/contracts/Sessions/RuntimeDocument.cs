namespace Athene.Contracts.Sessions;

/// <summary>The terminal of a session: the kind of runtime, and its id there.</summary>
public sealed record RuntimeDocument(string Name, string Id);
