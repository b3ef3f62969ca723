using System.Text.Json;
using Athene.Contracts.Json;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>
/// Athene as a user has it: a home of its own, started with <c>athene up --detach</c>, used through the command line and the HTTP API.
/// Disposing it leaves nothing behind: no process, no terminal, no file.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly InstallationOptions options;
    private readonly Dictionary<string, Shim> shims = [];
    private readonly Dictionary<string, string> environment;
    private SessionApi? api;

    private Installation(InstallationOptions options)
    {
        this.options = options;
        Home = directory.Combine("home");
        UserHome = directory.Combine("user");
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(UserHome);
        var bin = directory.Combine("bin");
        var searchPath = CleanEnvironment.SearchPath;
        if (options.Missing is { } missing) Programs = new ProgramLinks(searchPath = directory.Combine("programs"), missing);
        foreach (var name in options.Shims) shims[name] = Shim.Install(bin, directory.Combine("shims"), name, searchPath);
        environment = CleanEnvironment.Variables();
        environment["ATHENE_HOME"] = Home;
        environment["HOME"] = UserHome;
        environment["PATH"] = shims.Count == 0 ? searchPath : $"{bin}:{searchPath}";
        foreach (var (name, value) in options.Variables) environment[name] = value;
        if (options.Fault is { } fault) environment["ATHENE_FAULT"] = fault;
        if (!options.UsualPorts) environment["ATHENE_RUN_FILE"] = RunTemplate.WriteWithoutPorts(directory.Combine("dapr.yaml"));
        Machine = new MachineView(this);
        Agents = new AgentScripts(Path.Combine(Home, "agents"), directory.Combine("notes"));
    }

    /// <summary><c>ATHENE_HOME</c>.</summary>
    public string Home { get; }

    /// <summary><c>HOME</c> of the services and of the agents.</summary>
    public string UserHome { get; }

    public SessionApi Api => api ?? throw new InvalidOperationException("Athene has not been started.");

    public MachineView Machine { get; }

    public AgentScripts Agents { get; }

    /// <summary>The programs of this machine, for an installation that misses one.</summary>
    public ProgramLinks? Programs { get; }

    /// <summary>There while a step is paused by a fault; delete it to let the step go on.</summary>
    public string MarkFile => Path.Combine(Home, "run", "fault-paused");

    /// <summary>An installation that does not run yet.</summary>
    public static Installation Prepare(InstallationOptions? options = null) => new(options ?? new InstallationOptions());

    public static async Task<Installation> StartAsync(InstallationOptions? options = null)
    {
        var installation = Prepare(options);
        try
        {
            await installation.UpAsync();
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, with the configuration of the options or with a changed one.</summary>
    public async Task UpAsync(string? changedConfiguration = null)
    {
        if ((changedConfiguration ?? options.Configuration) is { } configuration) await File.WriteAllTextAsync(ConfigurationFile, configuration);
        var up = await AtheneAsync(["up", "--detach", "--json", .. options.Configuration is null ? Array.Empty<string>() : ["--config", ConfigurationFile]]);
        up.ExitCode.ShouldBe(0, up.ToString());
        var token = await File.ReadAllTextAsync(Path.Combine(Home, "token"));
        api?.Dispose();
        api = new SessionApi(up.Json<RunningInstallation>().App("session").Port, token.Trim());
    }

    public async Task DownAsync() => (await AtheneAsync("down")).ExitCode.ShouldBe(0);

    /// <summary>Runs the <c>athene</c> command in this home.</summary>
    public Task<CommandOutcome> AtheneAsync(params string[] arguments) => AtheneAsync(arguments, null);

    public async Task<CommandOutcome> AtheneAsync(string[] arguments, string? directory, string? input = null) =>
        await Shell.RunAsync(await Checkout.LauncherAsync(), arguments, environment, directory ?? UserHome, input);

    /// <summary>Runs a line of a shell as a person of this home would type it.</summary>
    public Task<CommandOutcome> ShellAsync(string line, string directory) => Shell.RunAsync("bash", ["-c", line], environment, directory);

    public Shim ShimOf(string program) => shims[program];

    /// <summary>A path of its own in the installation's directory.</summary>
    public string Combine(params string[] parts) => directory.Combine(parts);

    /// <summary>A repository with one commit, registered as the project <paramref name="id"/> whose sessions are called <c>id-N</c>.</summary>
    public async Task<TestRepository> AddProjectAsync(string id, string? prefix = null)
    {
        var repository = await TestRepository.CreateAsync(RepositoryPath(id));
        await Api.AddProjectAsync(repository.Path, id, prefix ?? id);
        return repository;
    }

    public string RepositoryPath(string id) => Combine("repositories", id);

    /// <summary>The processes as the supervisor sees them now; null while nothing runs.</summary>
    public RunningInstallation? Running() => File.Exists(RunFile)
        ? JsonSerializer.Deserialize<RunningInstallation>(File.ReadAllText(RunFile), AtheneJson.Options)
        : null;

    /// <summary>Waits until the fault is there, kills the sidecar, and lets the paused step go on.</summary>
    public async Task KillSidecarAtPauseAsync()
    {
        await Within.TrueAsync(() => File.Exists(MarkFile), "the step paused");
        var before = Running()!.Sidecar!.Pid;
        (await Shell.RunAsync("kill", ["-KILL", $"{before}"])).ExitCode.ShouldBe(0);
        File.Delete(MarkFile);
        await Within.TrueAsync(() => Running() is { Sidecar: { } sidecar } && sidecar.Pid != before, "the sidecar was started again");
    }

    public string Log(string appId) => File.ReadAllText(Path.Combine(Home, "logs", $"{appId}.log"));

    public async ValueTask DisposeAsync()
    {
        api?.Dispose();
        await AtheneAsync("down");
        await Machine.EndAllAsync();
        directory.Dispose();
    }

    private string ConfigurationFile => Combine("athene.yaml");

    private string RunFile => Path.Combine(Home, "run", "up.json");
}
