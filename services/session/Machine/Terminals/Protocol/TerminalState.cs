namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>One terminal of a host at one instant.</summary>
/// <param name="Device">The file of the terminal, such as <c>/dev/pts/3</c>.</param>
internal sealed record TerminalState(
    string SessionId,
    string OperationId,
    string Device,
    int ProcessId,
    int? ExitStatus,
    int? ExitSignal,
    string CurrentCommand,
    DateTimeOffset LastActivity)
{
    public bool Exited => ExitStatus is not null || ExitSignal is not null;
}
