using System.Security.Cryptography;
using Athene.Cli.Api;
using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>One start, planned: which process runs where, on which ports, with which secrets.</summary>
internal sealed record RunPlan(ProcessPlan Sidecar, SidecarFile SidecarFile, IReadOnlyList<ProcessPlan> Services)
{
    /// <summary>Names one start to its processes, so that their answers can be told from those of another home.</summary>
    public const string RunVariable = "ATHENE_RUN";

    // Of a session around us, if somebody runs Athene inside Athene: they would lead the new services to the old ones.
    private static readonly string[] OfAnOuterSession =
        [ApiAddress.AddressVariable, ApiAddress.TokenVariable, ProjectChoice.Variable, "ATHENE_SESSION_ID", "ATHENE_CALLER", "ATHENE_ISSUE_ID"];

    public static string SidecarFilePath(AtheneHome home) => Path.Combine(home.RunDirectory, "sidecar.json");

    public static RunPlan Make(SupervisorOptions options)
    {
        var ports = new Ports();
        var apps = options.Template.Apps
            .Select(app => (App: app, Ports: new SidecarFileApp(app.AppId, ports.Choose(app.AppPort), ports.Choose(app.DaprHttpPort), ports.Choose(app.DaprGrpcPort), app.HealthCheck, app.MaxBodySize)))
            .ToArray();
        var shared = SharedEnvironment(options);
        var first = apps[0].Ports;
        return new RunPlan(
            new ProcessPlan(
                AppIds.Sidecar, [.. options.SidecarCommand, "--apps", SidecarFilePath(options.Home)], options.Home.Root, shared,
                first.HttpPort, first.HttpPort, first.GrpcPort, HealthProbe.OfSidecar(first.HttpPort)),
            new SidecarFile(options.Home.StateDirectory, options.Template.ResourcesPath, [.. apps.Select(app => app.Ports)]),
            [.. apps.Select(app => Service(app.App, app.Ports, shared, options))]);
    }

    private static ProcessPlan Service(
        Run.RunApp app, SidecarFileApp ports, IReadOnlyDictionary<string, string?> shared, SupervisorOptions options)
    {
        var environment = new Dictionary<string, string?>(shared)
        {
            ["APP_ID"] = app.AppId,
            ["APP_PORT"] = $"{ports.AppPort}",
            ["DAPR_HTTP_PORT"] = $"{ports.HttpPort}",
            ["DAPR_GRPC_PORT"] = $"{ports.GrpcPort}",
        };
        foreach (var (name, value) in app.Environment) environment[name] = value;
        return new ProcessPlan(
            app.AppId, [.. app.Command.Select(options.ResolveArgument)], app.Directory, environment,
            ports.AppPort, ports.HttpPort, ports.GrpcPort, HealthProbe.OfService(ports.AppPort));
    }

    private static Dictionary<string, string?> SharedEnvironment(SupervisorOptions options)
    {
        var environment = OfAnOuterSession.ToDictionary(name => name, _ => (string?)null);
        environment[RunVariable] = Guid.NewGuid().ToString("N");
        environment["DAPR_API_TOKEN"] = Secret();
        environment["APP_API_TOKEN"] = Secret();
        environment[AtheneHome.Variable] = options.Home.Root;
        environment[ConfigurationLoader.Variable] = options.ConfigurationFile;
        environment["ATHENE_CLI"] = options.AgentCommand;
        return environment;
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
