namespace Athene.Processes.Buffered;

/// <summary>How a process ended, with all that it printed.</summary>
public class BufferedCommandResult(
    int exitCode, DateTimeOffset startTime, DateTimeOffset exitTime, string standardOutput, string standardError)
    : CommandResult(exitCode, startTime, exitTime)
{
    public string StandardOutput { get; } = standardOutput;

    public string StandardError { get; } = standardError;
}
