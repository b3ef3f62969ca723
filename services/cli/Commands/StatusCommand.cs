using System.CommandLine;
using Athene.Cli.Api;
using Athene.Cli.Doctor;
using Athene.Cli.Output;
using Athene.Cli.Supervision;
using Athene.Contracts.Hosts;
using Athene.Contracts.Projects;

namespace Athene.Cli.Commands;

/// <summary><c>athene status</c>: how the services are, and a line a project.</summary>
internal sealed class StatusCommand(CliContext context) : CliCommand(context, "status", "Show how the services are, and a line a project.")
{
    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var run = RunFile.Read(Context.Home) ?? throw Problems.NotRunning(Context.Home);
        var services = await ProbedAsync(run, cancellationToken);
        if (!run.Supervisor.IsAlive())
        {
            if (!services.Any(service => service.Healthy)) throw Problems.NotRunning(Context.Home);
            output.Progress("The supervisor is gone: nothing restarts these services. Take them over with: athene up --detach");
        }

        var projects = services.Any(service => service is { AppId: AppIds.Session, Healthy: true }) ? await ProjectsAsync(cancellationToken) : [];
        var hosts = services.Any(service => service is { AppId: AppIds.TrackerBridge, Healthy: true }) ? await HostsAsync(cancellationToken) : [];
        foreach (var problem in await NotifierCheck.OfRunningAsync(Context, cancellationToken) ?? []) output.Progress($"Warning: {problem}.");
        output.Answer(new StatusDocument(services, projects, hosts), writer =>
        {
            ServiceTable.Write(writer, services, output.Style);
            PausedHosts.Write(writer, hosts, Context.Time.LocalTimeZone);
            writer.WriteLine();
            ProjectTable.Write(writer, projects);
        });
        return services.All(service => service.Healthy) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<RunningService[]> ProbedAsync(RunDocument run, CancellationToken cancellationToken)
    {
        using var probe = new HealthProbe();
        return await Task.WhenAll(run.Services.Select(async service =>
            service with { Healthy = await probe.IsHealthyAsync(HealthProbe.OfService(service.Port), cancellationToken) }));
    }

    private async Task<IReadOnlyList<ProjectDocument>> ProjectsAsync(CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        return (await api.GetAsync<ProjectList>("v1/projects", cancellationToken)).Data;
    }

    private async Task<IReadOnlyList<HostDocument>> HostsAsync(CancellationToken cancellationToken)
    {
        using var api = new SessionApi(ApiAddress.OfHome(Context.Home, AppIds.TrackerBridge), Context.Time);
        return (await api.GetAsync<HostList>("v1/hosts", cancellationToken)).Data;
    }
}
