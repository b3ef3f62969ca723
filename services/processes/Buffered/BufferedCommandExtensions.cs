using System.Text;

namespace Athene.Processes.Buffered;

/// <summary>Running a command and keeping all that it prints.</summary>
public static class BufferedCommandExtensions
{
    /// <summary>Starts the process and collects its output, in place of the pipes that the command has.</summary>
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command, CancellationToken cancellationToken = default) =>
        command.ExecuteBufferedAsync(Encoding.UTF8, cancellationToken);

    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command, Encoding encoding, CancellationToken cancellationToken = default)
    {
        var output = new StringBuilder();
        var error = new StringBuilder();
        // The exit code is judged here, where the text of standard error is at hand.
        var running = command
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output, encoding))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error, encoding))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancellationToken);
        return new CommandTask<BufferedCommandResult>(CollectAsync(command, running, output, error), running.ProcessId);
    }

    private static async Task<BufferedCommandResult> CollectAsync(
        Command command, CommandTask<CommandResult> running, StringBuilder output, StringBuilder error)
    {
        var result = await running;
        if (!result.IsSuccess && command.Validation.HasFlag(CommandResultValidation.ZeroExitCode))
            throw command.Failure(result.ExitCode, error.ToString());
        return new BufferedCommandResult(
            result.ExitCode, result.StartTime, result.ExitTime, output.ToString(), error.ToString());
    }
}
