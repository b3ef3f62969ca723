using Athene.Processes.Exceptions;
using Athene.Processes.Execution;

namespace Athene.Processes;

public sealed partial class Command
{
    /// <summary>Starts the process. Cancelling kills it and all of its descendants.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there or cannot be started.</exception>
    public CommandTask<CommandResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        ExecuteAsync(cancellationToken, CancellationToken.None);

    /// <summary>Starts the process. The first token kills the tree, the second asks the process to stop (interrupt signal).</summary>
    public CommandTask<CommandResult> ExecuteAsync(
        CancellationToken forcefulCancellationToken, CancellationToken gracefulCancellationToken)
    {
        forcefulCancellationToken.ThrowIfCancellationRequested();
        gracefulCancellationToken.ThrowIfCancellationRequested();
        var process = RunningProcess.Start(this);
        return new CommandTask<CommandResult>(
            RunAsync(process, forcefulCancellationToken, gracefulCancellationToken), process.Id);
    }

    private async Task<CommandResult> RunAsync(RunningProcess process, CancellationToken forceful, CancellationToken graceful)
    {
        using var owned = process;
        using var killing = forceful.UnsafeRegister(static state => ((RunningProcess)state!).KillTree(), process);
        using var interrupting = graceful.UnsafeRegister(static state => ((RunningProcess)state!).Interrupt(), process);
        using var inputEnded = CancellationTokenSource.CreateLinkedTokenSource(forceful);

        var input = WriteInputAsync(process, inputEnded.Token);
        var output = ReadAsync(StandardOutputPipe, process.Output, process, forceful);
        var error = ReadAsync(StandardErrorPipe, process.Error, process, forceful);
        try
        {
            await process.WaitForExitAsync();
            // What is not read by now never will be.
            await inputEnded.CancelAsync();
            await Task.WhenAll(input, output, error);
        }
        catch (OperationCanceledException) when (forceful.IsCancellationRequested)
        {
            // A pipe that a survivor holds open ends with the cancellation; the process itself is reported below.
        }

        forceful.ThrowIfCancellationRequested();
        graceful.ThrowIfCancellationRequested();
        var result = new CommandResult(process.ExitCode, process.StartTime, DateTimeOffset.Now);
        if (!result.IsSuccess && Validation.HasFlag(CommandResultValidation.ZeroExitCode))
            throw Failure(result.ExitCode, standardError: null);
        return result;
    }

    private static async Task ReadAsync(PipeTarget target, Stream source, RunningProcess process, CancellationToken cancellationToken)
    {
        try
        {
            await target.CopyFromAsync(source, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nobody reads any more: the process would wait for ever on a full pipe.
            process.KillTree();
            throw;
        }
    }

    private async Task WriteInputAsync(RunningProcess process, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = process.Input;
            await StandardInputPipe.CopyToAsync(input, cancellationToken);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The process closed its input or ended before reading all of it: its exit code says whether that was wrong.
        }
    }

    internal CommandExecutionException Failure(int exitCode, string? standardError)
    {
        var said = string.IsNullOrWhiteSpace(standardError) ? "" : $" It said: {standardError.Trim()}";
        return new CommandExecutionException(
            this,
            exitCode,
            $"'{TargetFilePath}' ended with exit code {exitCode}.{said} "
            + $"Run it by hand in '{WorkingDirPath}' to see why: {this}. "
            + $"Where another code than zero is expected, call {nameof(WithValidation)}({nameof(CommandResultValidation)}.None).");
    }
}
