namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>Asks to close a terminal and forget it; answered by its last <see cref="TerminalState"/>, in a list that is empty when there was none.</summary>
internal sealed record EndTerminal(string SessionId) : HostRequest;
