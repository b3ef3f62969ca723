using System.CommandLine;
using Athene.Cli.Doctor;
using Athene.Cli.Output;
using Athene.Cli.Run;
using Athene.Cli.Supervision;

namespace Athene.Cli.Commands;

/// <summary><c>athene up</c>: starts the services and stays with them, or leaves them running with <c>--detach</c>.</summary>
internal sealed class UpCommand : CliCommand
{
    private readonly Option<bool> detach = new("--detach", "-d") { Description = "Return when all services are healthy; they go on." };
    private readonly Option<FileInfo?> config = new("--config") { Description = "The configuration (default: ATHENE_CONFIG, or the one that is found)." };
    private readonly Option<bool> dapr = new("--dapr") { Description = "Run on Dapr instead of the embedded sidecar." };

    public UpCommand(CliContext context) : base(context, "up", "Start Athene's services.")
    {
        Options.Add(detach);
        Options.Add(config);
        Options.Add(dapr);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        await Machine.RequireAsync(Context, cancellationToken);
        var configuration = ConfigurationFile(parse.GetValue(config));
        if (parse.GetValue(dapr)) return await new DaprRun(Context).RunAsync(configuration, cancellationToken);
        if (parse.GetValue(detach)) return await DetachedAsync(configuration, output, cancellationToken);

        using var only = RunLock.TryTake(Context.Home);
        return only is null ? await AlreadyRunningAsync(output, cancellationToken) : await SuperviseAsync(configuration, output, cancellationToken);
    }

    private string? ConfigurationFile(FileInfo? named)
    {
        var path = named?.ToString() ?? Context.VariableOrNull(RunPlan.ConfigurationVariable);
        if (path is null) return null;
        var file = Path.GetFullPath(path, Context.WorkingDirectory);
        return File.Exists(file) ? file : throw Problems.Configuration($"There is no configuration {file}.", "Name an existing file with --config or ATHENE_CONFIG.");
    }

    private async Task<ExitCode> SuperviseAsync(string? configuration, CommandOutput output, CancellationToken cancellationToken)
    {
        foreach (var appId in await Orphans.StopAsync(Context.Home, Context.Time, cancellationToken))
        {
            output.Progress($"Stopped {appId}, left over from a run that was killed.");
        }

        var apps = AppDirectory.Find(Context);
        var options = new SupervisorOptions(
            Context.Home, RunTemplateParser.Load(apps.Template(Context)), configuration, ["dotnet", apps.Program("Athene.Sidecar")], apps.Resolve);
        await using var supervisor = new Supervisor(options, Context.Time);
        output.Progress("Starting…");
        var run = await supervisor.StartAsync(cancellationToken);
        Answer(run, output);
        output.Progress("Stop with Ctrl-C, or from elsewhere with: athene down. Agents keep running.");
        await Task.Delay(Timeout.InfiniteTimeSpan, Context.Time, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        output.Progress("Stopping…");
        await supervisor.StopAsync();
        return ExitCode.Done;
    }

    private async Task<ExitCode> DetachedAsync(string? configuration, CommandOutput output, CancellationToken cancellationToken)
    {
        using (var only = RunLock.TryTake(Context.Home))
        {
            if (only is null) return await AlreadyRunningAsync(output, cancellationToken);
        }

        Answer(await new DetachedSupervisor(Context).StartAsync(configuration, cancellationToken), output);
        return ExitCode.Done;
    }

    private async Task<ExitCode> AlreadyRunningAsync(CommandOutput output, CancellationToken cancellationToken)
    {
        output.Progress($"Athene is already running for {Context.Home.Root}.");
        Answer(await ReadyRun.WaitAsync(Context.Home, Context.Time, cancellationToken), output);
        return ExitCode.Done;
    }

    private static void Answer(RunDocument run, CommandOutput output) =>
        output.Answer(run, writer => ServiceTable.Write(writer, run.Services, output.Style));
}
