using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>An installation for orchestrators: its tmux and git can be made to fail, and its projects differ in what becomes of an old orchestrator.</summary>
public sealed class OrchestratorInstallation : IAsyncLifetime
{
    private Installation? installation;
    private int projects;

    internal Installation Athene => installation ?? throw new InvalidOperationException("The installation has not been started.");

    internal Shim Tmux => Athene.ShimOf("tmux");

    internal Shim Git => Athene.ShimOf("git");

    /// <summary>Its orchestrators are replaced whenever one is asked for.</summary>
    internal TestProject Deleting => Configured("deleting");

    /// <summary>Its orchestrators are left alone while they run, and replaced when they ended.</summary>
    internal TestProject Ignoring => Configured("ignoring");

    /// <summary>Its agents shall ask before they change anything, and its orchestrator has an agent of its own.</summary>
    internal TestProject Asking => Configured("asking");

    public async Task InitializeAsync()
    {
        installation = Installation.Prepare(new InstallationOptions
        {
            Shims = ["tmux", "git"],
            Configuration = """
                defaults: { agent: echo }
                projects:
                  deleting: { path: ~/deleting, sessionPrefix: deleting, orchestratorSessionStrategy: kill-previous }
                  ignoring: { path: ~/ignoring, sessionPrefix: ignoring, orchestratorSessionStrategy: ignore-new }
                  asking:
                    path: ~/asking
                    sessionPrefix: asking
                    agent: modest
                    orchestrator: { agent: modest-too }
                    agentConfig: { permissions: suggest }
                agents:
                  modest: &modest
                    launch: [bash, -c, 'printf "%s\n" "$ATHENE_CALLER" "$@" >"$HOME/arguments-$ATHENE_SESSION_ID"; exec cat', modest, "{permissions}"]
                    permissions: { permissionless: [--yolo], suggest: [--ask] }
                  modest-too: *modest
                """,
        });
        installation.Agents.WriteUsual();
        foreach (var id in (string[])["deleting", "ignoring", "asking"])
            await TestRepository.CreateAsync(Path.Combine(installation.UserHome, id));
        await installation.UpAsync();
    }

    /// <summary>A project that nobody else uses, whose orchestrators are restored.</summary>
    internal async Task<TestProject> NewProjectAsync()
    {
        var id = $"o{Interlocked.Increment(ref projects)}";
        return new TestProject(Athene, id, await Athene.AddProjectAsync(id));
    }

    /// <summary>Lets every part work again.</summary>
    internal void Repair()
    {
        foreach (var part in (Shim[])[Tmux, Git])
        {
            part.Refuse(null);
            part.Hang(null);
        }
    }

    public async Task DisposeAsync()
    {
        if (installation is not null) await installation.DisposeAsync();
    }

    private TestProject Configured(string id) => new(Athene, id, new TestRepository(Path.Combine(Athene.UserHome, id)));
}
