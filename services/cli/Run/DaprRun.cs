using System.Diagnostics;
using Athene.Cli.Supervision;
using Athene.Configuration;

namespace Athene.Cli.Run;

/// <summary><c>athene up --dapr</c>: the same services under Dapr's own <c>dapr run -f</c>, on the ports that <c>dapr.yaml</c> names.</summary>
internal sealed class DaprRun
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(100);

    private readonly CliContext context;
    private readonly string program;

    private DaprRun(CliContext context, string program)
    {
        this.context = context;
        this.program = program;
    }

    /// <exception cref="Contracts.Errors.AtheneException">Dapr is not installed; with how to get it.</exception>
    public static DaprRun On(CliContext context) => new(context, Executables.Find("dapr", context.VariableOrNull("PATH")) ?? throw Problems.Failed(
        "The dapr command is not installed.",
        "Install it as https://docs.dapr.io/getting-started/install-dapr-cli/ says and run: dapr init. Or leave --dapr out: the embedded sidecar needs neither."));

    public async Task<ExitCode> RunAsync(string? configuration, Action<RunDocument> ready, CancellationToken cancellationToken)
    {
        var template = RunTemplateParser.Load(AppDirectory.Find(context).Template(context), RunTarget.Dapr);
        using var process = Process.Start(StartInfo(template, configuration))!;
        using var stop = cancellationToken.Register(() => Signals.Terminate(process.Id));
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var announcing = AnnounceAsync(template, process.Id, ready, life.Token);
        await process.WaitForExitAsync(CancellationToken.None);
        await life.CancelAsync();
        await announcing;
        RunFile.Remove(context.Home);
        if (cancellationToken.IsCancellationRequested) return ExitCode.Done;
        throw Problems.Failed(
            $"dapr run ended with exit code {process.ExitCode}.", $"Its words are above; the services' logs are in {Path.GetDirectoryName(template.Path)}/.dapr/logs.");
    }

    private ProcessStartInfo StartInfo(RunTemplate template, string? configuration)
    {
        // Its words are for people, and standard output belongs to our answer.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >&2", "sh", program, "run", "-f", template.Path]);
        start.Environment[AtheneHome.Variable] = context.Home.Root;
        if (configuration is not null) start.Environment[ConfigurationLoader.Variable] = configuration;
        return start;
    }

    private async Task AnnounceAsync(RunTemplate template, int pid, Action<RunDocument> ready, CancellationToken life)
    {
        using var probe = new HealthProbe();
        var services = template.Apps
            .Select(app => new RunningService(app.AppId, pid, app.AppPort ?? 0, Healthy: true, null, app.DaprHttpPort ?? 0, app.DaprGrpcPort ?? 0, 0))
            .ToArray();
        try
        {
            foreach (var service in services)
            {
                while (!await probe.IsHealthyAsync(HealthProbe.OfService(service.Port), life)) await Task.Delay(ProbeInterval, context.Time, life);
            }
        }
        catch (OperationCanceledException) when (life.IsCancellationRequested)
        {
            // Dapr ended before all were healthy; whoever waits for its end tells.
            return;
        }

        var run = new RunDocument(services, context.Home.StateDirectory, context.Home.LogsDirectory, null, ProcessIdentity.OfCurrent(), context.Time.GetUtcNow());
        RunFile.Write(context.Home, run);
        ready(run);
    }
}
