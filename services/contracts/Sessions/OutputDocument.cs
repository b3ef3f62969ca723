namespace Athene.Contracts.Sessions;

/// <summary>The last lines of a session's screen.</summary>
public sealed record OutputDocument(string Text);
