using System.CommandLine;
using Athene.Cli.Output;
using Athene.Cli.Supervision;

namespace Athene.Cli.Commands;

/// <summary><c>athene down</c>: stops the services; agents keep running.</summary>
internal sealed class DownCommand(CliContext context) : CliCommand(context, "down", "Stop Athene's services. Agents keep running.")
{
    // Longer than what the supervisor grants its services and then the sidecar.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var run = RunFile.Read(Context.Home);
        IReadOnlyList<string> stopped = run is null ? [] : await StopAsync(run, cancellationToken);
        output.Answer(
            new DownDocument(stopped),
            writer => writer.WriteLine(stopped.Count == 0 ? "Athene was not running." : $"Stopped {string.Join(", ", stopped)}. Agents keep running."));
        return ExitCode.Done;
    }

    private async Task<IReadOnlyList<string>> StopAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var wasSupervised = await run.Supervisor.StopAsync(Patience, Context.Time, cancellationToken);
        // What a supervisor that was killed has left behind.
        var orphans = await Orphans.StopAsync(Context.Home, Context.Time, cancellationToken);
        return wasSupervised ? [.. run.Services.Select(service => service.AppId)] : orphans;
    }
}
