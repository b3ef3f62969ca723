namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>Asks for a terminal with the launcher script in it; answered by its <see cref="TerminalState"/>. The same operation again finds the first one.</summary>
internal sealed record StartTerminal(string SessionId, string OperationId, string LauncherPath) : HostRequest;
