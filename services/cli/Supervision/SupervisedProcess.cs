using System.Diagnostics;

namespace Athene.Cli.Supervision;

/// <summary>Keeps one process alive: starts it, watches it become healthy, and starts it again on the same ports when it dies.</summary>
internal sealed class SupervisedProcess(
    ProcessPlan plan, string logPath, HealthProbe probe, RestartBackoff backoff, TimeProvider time, Action changed) : IAsyncDisposable
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);
    // Enough for an exception with its causes: the port that was taken may stand at its beginning.
    private const int TailLines = 80;

    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource firstHealthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile RunningService state = new(plan.AppId, 0, plan.Port, Healthy: false, null, plan.DaprHttpPort, plan.DaprGrpcPort, Restarts: 0);
    private Task running = Task.CompletedTask;

    public RunningService State => state;

    /// <summary>Starts the process.</summary>
    /// <returns>Done when it is healthy for the first time; a <see cref="StartFailure"/> when it ends before.</returns>
    public Task StartAsync()
    {
        running = KeepAliveAsync();
        return firstHealthy.Task;
    }

    /// <summary>Ends the process for good: asked first, killed when it does not listen.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    private async Task KeepAliveAsync()
    {
        using var log = new LogFile(logPath);
        var deaths = 0;
        while (!stopping.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            var end = await LiveOnceAsync(log);
            if (stopping.IsCancellationRequested) break;
            if (firstHealthy.TrySetException(new StartFailure(plan.AppId, end, LogFile.Tail(logPath, TailLines)))) return;
            deaths = backoff.DeathsInARow(deaths, time.GetElapsedTime(started));
            var delay = backoff.Delay(deaths);
            log.WriteLine($"athene: {plan.AppId} {end}; starting it again in {delay.TotalSeconds:0.#} s");
            await Task.Delay(delay, time, stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            Change(state with { Restarts = state.Restarts + 1 });
        }

        firstHealthy.TrySetCanceled();
    }

    /// <summary>One life of the process, from its start to its end.</summary>
    /// <returns>How it ended, in words.</returns>
    private async Task<string> LiveOnceAsync(LogFile log)
    {
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        process.Exited += (_, _) => exited.TrySetResult();
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            log.WriteLine($"athene: cannot start {plan.Command[0]}: {error.Message}");
            return $"cannot be started: {error.Message}";
        }

        var output = Task.WhenAll(KeepAsync(process.StandardOutput, log), KeepAsync(process.StandardError, log));
        Change(state with { Pid = process.Id, StartTime = process.StartTime.ToUniversalTime() });
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var health = WatchHealthAsync(life.Token);
        using (stopping.Token.Register(() => Signals.Terminate(process.Id))) await EndOfAsync(process, exited.Task);
        await life.CancelAsync();
        await health;
        // Something that it left behind may hold its output open for ever.
        await Task.WhenAny(output, Task.Delay(OutputPatience, time, CancellationToken.None));
        Change(state with { Pid = 0, StartTime = null, Healthy = false });
        return $"ended with exit code {process.ExitCode}";
    }

    private static async Task KeepAsync(StreamReader output, LogFile log)
    {
        while (await output.ReadLineAsync() is { } line) log.WriteLine(line);
    }

    private async Task EndOfAsync(Process process, Task end)
    {
        await Task.WhenAny(end, Task.Delay(Timeout.InfiniteTimeSpan, time, stopping.Token));
        if (await Task.WhenAny(end, Task.Delay(StopPatience, time, CancellationToken.None)) != end) process.Kill(entireProcessTree: true);
        await end;
    }

    private async Task WatchHealthAsync(CancellationToken life)
    {
        try
        {
            while (!await probe.IsHealthyAsync(plan.Health, life, plan.Environment.GetValueOrDefault(RunPlan.RunVariable))) await Task.Delay(ProbeInterval, time, life);
            Change(state with { Healthy = true });
            firstHealthy.TrySetResult();
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            // It ended before it was healthy; whoever watches its life tells.
        }
    }

    private ProcessStartInfo StartInfo()
    {
        // A session of its own keeps Ctrl-C and the end of the terminal from it: the supervisor decides when and in which order things stop.
        IReadOnlyList<string> command = Run.Executables.Find("setsid", Environment.GetEnvironmentVariable("PATH")) is { } setsid
            ? [setsid, .. plan.Command]
            : plan.Command;
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = plan.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in plan.Environment)
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }

        return start;
    }

    private void Change(RunningService next)
    {
        state = next;
        changed();
    }
}
