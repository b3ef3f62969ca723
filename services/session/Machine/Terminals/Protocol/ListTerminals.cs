namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>Asks for the <see cref="TerminalState"/> of one session, or of all.</summary>
internal sealed record ListTerminals(string? SessionId) : HostRequest;
