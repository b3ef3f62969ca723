using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>An installation whose tmux and git can be made to fail, with projects of a configuration.</summary>
public sealed class FailingPartsInstallation : IAsyncLifetime
{
    private Installation? installation;
    private int projects;

    internal Installation Athene => installation ?? throw new InvalidOperationException("The installation has not been started.");

    internal Shim Tmux => Athene.ShimOf("tmux");

    internal Shim Git => Athene.ShimOf("git");

    /// <summary>A project whose post-create command makes <c>.hooked</c>, and fails while <c>fail-post-create</c> lies in HOME.</summary>
    internal TestProject Hooked => new(Athene, "hooked", new TestRepository(Path.Combine(Athene.UserHome, "hooked")));

    public async Task InitializeAsync()
    {
        installation = Installation.Prepare(new InstallationOptions
        {
            Shims = ["tmux", "git"],
            Configuration = """
                projects:
                  hooked:
                    path: ~/hooked
                    sessionPrefix: hooked
                    defaultBranch: main
                    postCreate: ["touch .hooked; if [ -e ~/fail-post-create ]; then echo no luck; exit 3; fi"]
                    env: { FOO: "1", PATH: /x, AO_SESSION: evil, ATHENE_SESSION_ID: evil }
                """,
        });
        installation.Agents.WriteUsual();
        installation.Agents.Write("witness", """env >"$NOTES/env-$ATHENE_SESSION_ID"; ls -A >"$NOTES/files-$ATHENE_SESSION_ID"; athene report working >"$NOTES/report-$ATHENE_SESSION_ID" 2>&1; echo $? >"$NOTES/reported-$ATHENE_SESSION_ID"; exec cat""");
        await TestRepository.CreateAsync(Path.Combine(installation.UserHome, "hooked"));
        await installation.UpAsync();
    }

    /// <summary>A project that nobody else uses.</summary>
    internal async Task<TestProject> NewProjectAsync()
    {
        var id = $"f{Interlocked.Increment(ref projects)}";
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

        File.Delete(Path.Combine(Athene.UserHome, "fail-post-create"));
    }

    public async Task DisposeAsync()
    {
        if (installation is not null) await installation.DisposeAsync();
    }
}
