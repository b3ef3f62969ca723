namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>Asks to paste a text and, after a moment, to press Enter; answered by the session's <see cref="TerminalState"/> when that is done.</summary>
internal sealed record SendText(string SessionId, string Text, TimeSpan SubmitDelay) : HostRequest;
