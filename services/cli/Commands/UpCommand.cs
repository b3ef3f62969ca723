using System.CommandLine;
using Athene.Cli.Doctor;
using Athene.Cli.Output;
using Athene.Cli.Run;
using Athene.Cli.Supervision;
using Athene.Configuration;
using Athene.Configuration.Notifiers;

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
        var read = ReadConfiguration(parse.GetValue(config));
        await Machine.RequireAsync(read, Context, cancellationToken);
        var configuration = read.File;
        var onDapr = parse.GetValue(dapr) ? DaprRun.On(Context) : null;
        if (RunFile.Read(Context.Home) is { } run && run.Supervisor.IsAlive()) return await AlreadyRunningAsync(output, cancellationToken);
        if (parse.GetValue(detach))
        {
            string[] options = [.. configuration is null ? [] : (string[])["--config", configuration], .. onDapr is null ? [] : (string[])["--dapr"]];
            Answer(await new DetachedSupervisor(Context).StartAsync(options, cancellationToken), output);
            Warn(read, output);
            return ExitCode.Done;
        }

        Warn(read, output);
        using var only = await RunLock.TakeAsync(Context.Home, Context.Time, cancellationToken);
        if (only is null) return await AlreadyRunningAsync(output, cancellationToken);
        foreach (var appId in await Orphans.StopAsync(Context.Home, Context.Time, cancellationToken))
        {
            output.Progress($"Stopped {appId}, left over from a run that was killed.");
        }

        return onDapr is null
            ? await SuperviseAsync(configuration, output, cancellationToken)
            : await onDapr.RunAsync(configuration, ready => Answer(ready, output), cancellationToken);
    }

    /// <summary>The configuration that the services will read, once it is known that they can.</summary>
    private AtheneConfiguration ReadConfiguration(FileInfo? named)
    {
        var wish = named?.ToString() ?? Context.VariableOrNull(ConfigurationLoader.Variable);
        if (wish is not null) wish = Path.GetFullPath(wish, Context.WorkingDirectory);
        if (wish is not null && !File.Exists(wish))
        {
            throw Problems.Configuration($"There is no configuration {wish}.", "Name an existing file with --config or ATHENE_CONFIG.");
        }

        try
        {
            return ConfigurationLoader.Load(ConfigurationLoader.Find(wish, Context.WorkingDirectory, Context.Home));
        }
        catch (ConfigurationException mistakes)
        {
            throw Problems.Configuration(mistakes);
        }
    }

    private async Task<ExitCode> SuperviseAsync(string? configuration, CommandOutput output, CancellationToken cancellationToken)
    {
        var apps = AppDirectory.Find(Context);
        var options = new SupervisorOptions(
            Context.Home, RunTemplateParser.Load(apps.Template(Context)), configuration, ["dotnet", apps.Program("Athene.Sidecar")], apps.Resolve)
        {
            AgentCommand = AgentCommand.Write(Context.Home),
        };
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

    private async Task<ExitCode> AlreadyRunningAsync(CommandOutput output, CancellationToken cancellationToken)
    {
        output.Progress($"Athene is already running for {Context.Home.Root}.");
        Answer(await ReadyRun.WaitAsync(Context.Home, Context.Time, cancellationToken), output);
        return ExitCode.Done;
    }

    private void Warn(AtheneConfiguration configuration, CommandOutput output)
    {
        foreach (var problem in NotifierCheck.OfConfiguration(Context, new NotifierCatalog(configuration))) output.Progress($"Warning: {problem}.");
    }

    private static void Answer(RunDocument run, CommandOutput output) =>
        output.Answer(run, writer => ServiceTable.Write(writer, run.Services, output.Style));
}
