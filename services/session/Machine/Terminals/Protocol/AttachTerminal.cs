namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>Asks for the terminal itself: after the answer, output comes and input and sizes go, until one side closes the connection.</summary>
internal sealed record AttachTerminal(string SessionId, TerminalSize Size) : HostRequest;
