using Athene.Cli.Run;
using Athene.Cli.Supervision;
using Athene.Configuration;
using Athene.Contracts.Errors;

namespace Athene.Cli.Doctor;

/// <summary>What Athene needs of this machine besides programs: a home to write to, room on the disk, ports, a configuration that can be read.</summary>
internal static class SystemChecks
{
    private const long EnoughBytes = 1L << 30;

    public static DoctorCheck Home(AtheneHome home)
    {
        try
        {
            Directory.CreateDirectory(home.Root);
            var probe = Path.Combine(home.Root, $".doctor-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new DoctorCheck("home", true, home.Root, null, Required: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck("home", false, error.Message, $"Make {home.Root} writable, or set {AtheneHome.Variable} to a directory of yours.", Required: true);
        }
    }

    public static DoctorCheck Disk(AtheneHome home)
    {
        var free = new DriveInfo(ExistingParent(home.Root)).AvailableFreeSpace;
        var detail = $"{free / (double)(1L << 30):0.0} GiB free for {home.Root}";
        return new DoctorCheck("disk", free >= EnoughBytes, detail, free >= EnoughBytes ? null : "Free some space: every session has a worktree of its own.", Required: true);
    }

    /// <summary>Whether the ports of <c>dapr.yaml</c> are free. When they are not, <c>up</c> takes others.</summary>
    public static DoctorCheck PortsOf(RunTemplate template, RunDocument? run)
    {
        var ours = run?.Services.SelectMany(service => (int[])[service.Port, service.DaprHttpPort, service.DaprGrpcPort]).ToHashSet() ?? [];
        var taken = template.Apps
            .SelectMany(app => (int?[])[app.AppPort, app.DaprHttpPort, app.DaprGrpcPort])
            .OfType<int>()
            .Where(port => !ours.Contains(port) && !Ports.IsFree(port))
            .ToArray();
        return taken.Length == 0
            ? new DoctorCheck("ports", true, "the ports of dapr.yaml are free, or Athene's own", null, Required: false)
            : new DoctorCheck("ports", false, $"in use: {string.Join(", ", taken)}", "Nothing needs to be done: athene up takes free ones instead.", Required: false);
    }

    public static DoctorCheck Template(string path, Func<RunTemplate> load)
    {
        try
        {
            return new DoctorCheck("dapr.yaml", true, $"{path}, {load().Apps.Count} apps", null, Required: true);
        }
        catch (AtheneException error)
        {
            return new DoctorCheck("dapr.yaml", false, error.Message, error.Hint, Required: true);
        }
    }

    /// <summary>The configuration that holds, and whether it can be read; the defaults when it cannot.</summary>
    public static (AtheneConfiguration Configuration, DoctorCheck Check) Configuration(CliContext context)
    {
        try
        {
            var named = ConfigurationLoader.Find(context.VariableOrNull(ConfigurationLoader.Variable), context.WorkingDirectory, context.Home);
            return (ConfigurationLoader.Load(named), new DoctorCheck("config", true, named ?? "none; the defaults hold", null, Required: true));
        }
        catch (ConfigurationException mistakes)
        {
            var check = new DoctorCheck("config", false, mistakes.Message, "Correct the file; each place is given as file:line:column.", Required: true);
            return (new AtheneConfiguration(), check);
        }
    }

    private static string ExistingParent(string path)
    {
        while (!Directory.Exists(path)) path = Path.GetDirectoryName(path)!;
        return path;
    }
}
