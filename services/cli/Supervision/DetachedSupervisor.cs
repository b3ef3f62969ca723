using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Athene.Cli.Output;
using Athene.Cli.Run;
using Athene.Configuration;
using Athene.Contracts.Errors;

namespace Athene.Cli.Supervision;

/// <summary>Starts <c>athene up</c> once more, in a session of its own that outlives this terminal, and waits until it is ready.</summary>
internal sealed class DetachedSupervisor(CliContext context)
{
    private const string Script =
        """log=$1; shift; if command -v setsid >/dev/null 2>&1; then exec setsid "$@" >>"$log" 2>&1 </dev/null; fi; exec nohup "$@" >>"$log" 2>&1 </dev/null""";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    private string LogPath => Path.Combine(context.Home.LogsDirectory, "supervisor.log");

    /// <param name="options">Further options of <c>athene up</c>.</param>
    public async Task<RunDocument> StartAsync(IReadOnlyList<string> options, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(context.Home.LogsDirectory);
        using var process = Process.Start(StartInfo(options))!;
        try
        {
            return await ReadyAsync(process, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Whoever interrupts a start does not want it to finish behind their back.
            Signals.Terminate(process.Id);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task<RunDocument> ReadyAsync(Process process, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Without an error it can only have found another one that was faster.
            if (process.HasExited) return process.ExitCode == 0 ? await ReadyRun.WaitAsync(context.Home, context.Time, cancellationToken) : throw Failure(process.ExitCode);
            if (RunFile.Read(context.Home) is { IsReady: true } run && run.Supervisor.Pid == process.Id) return run;
            await Task.Delay(Interval, context.Time, cancellationToken);
        }
    }

    private ProcessStartInfo StartInfo(IReadOnlyList<string> options)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", LogPath, .. SelfCommand.Arguments, "up", "--json", .. options]) { WorkingDirectory = "/" };
        start.Environment[AtheneHome.Variable] = context.Home.Root;
        foreach (var name in (string[])[AppDirectory.Variable, AppDirectory.TemplateVariable])
        {
            if (context.VariableOrNull(name) is { } value) start.Environment[name] = value;
        }

        return start;
    }

    // The supervisor's last words are a problem document, because it was started with --json.
    private AtheneException Failure(int exitCode)
    {
        var words = LogFile.Tail(LogPath, 15);
        return words is [.., var last] && Problem(last) is { } problem
            ? new AtheneException(problem)
            : Problems.FailedWithDetail($"athene up ended with exit code {exitCode}.", $"Its log is {LogPath}.", string.Join('\n', words));
    }

    private static ProblemDocument? Problem(string line)
    {
        if (!line.StartsWith('{')) return null;
        try
        {
            return JsonSerializer.Deserialize(line, (JsonTypeInfo<ProblemDocument>)CliJson.Options.GetTypeInfo(typeof(ProblemDocument)));
        }
        catch (JsonException)
        {
            // A log line that only looks like one; it is shown as it is.
            return null;
        }
    }
}
