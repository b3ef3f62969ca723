namespace Athene.Processes.Exceptions;

/// <summary>A process ended with an exit code that its command does not allow.</summary>
public sealed class CommandExecutionException(
    ICommandConfiguration command, int exitCode, string message, Exception? innerException = null)
    : CliWrapException(message, innerException)
{
    public ICommandConfiguration Command { get; } = command;

    public int ExitCode { get; } = exitCode;
}
