using System.ComponentModel;
using System.Diagnostics;

namespace Athene.Processes.Execution;

/// <summary>One started process with its three pipes.</summary>
internal sealed class RunningProcess : IDisposable
{
    private readonly Process process;

    private RunningProcess(Process process, DateTimeOffset startTime)
    {
        this.process = process;
        StartTime = startTime;
        Id = process.Id;
    }

    public int Id { get; }

    public DateTimeOffset StartTime { get; }

    public int ExitCode => process.ExitCode;

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public Stream Error => process.StandardError.BaseStream;

    public static RunningProcess Start(ICommandConfiguration command)
    {
        var start = new ProcessStartInfo(command.TargetFilePath, command.Arguments)
        {
            WorkingDirectory = command.WorkingDirPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in command.EnvironmentVariables)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            return new RunningProcess(process, DateTimeOffset.Now);
        }
        catch (Win32Exception error)
        {
            process.Dispose();
            throw new Win32Exception(error.NativeErrorCode, StartFailure(command, error));
        }
    }

    public Task WaitForExitAsync() => process.WaitForExitAsync(CancellationToken.None);

    public void Interrupt()
    {
        if (!process.HasExited) Signals.SendInterrupt(Id);
    }

    public void KillTree()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }

    public void Dispose() => process.Dispose();

    private static string StartFailure(ICommandConfiguration command, Win32Exception error) =>
        Directory.Exists(command.WorkingDirPath)
            ? $"Cannot start '{command.TargetFilePath}': {error.Message}. Install it, or put its directory into PATH."
            : $"Cannot start '{command.TargetFilePath}': its working directory '{command.WorkingDirPath}' does not exist.";
}
