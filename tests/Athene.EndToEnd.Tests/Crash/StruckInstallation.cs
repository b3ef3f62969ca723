using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>One installation that is struck again and again: each test orders its own fault, at its own moment.</summary>
public sealed class StruckInstallation : IAsyncLifetime
{
    internal const string ProjectId = "p";

    private Installation? installation;

    internal Installation Athene => installation ?? throw new InvalidOperationException("The installation has not been started.");

    internal TestProject Project => new(Athene, ProjectId, new TestRepository(Path.Combine(Athene.UserHome, ProjectId)));

    private string Order => Path.Combine(Athene.Home, "run", "fault-order");

    private string Struck => Order + "-struck";

    public async Task InitializeAsync()
    {
        installation = Installation.Prepare(new InstallationOptions
        {
            Fault = "ordered",
            Configuration = $$"""
                projects:
                  {{ProjectId}}:
                    path: ~/{{ProjectId}}
                    sessionPrefix: {{ProjectId}}
                    postCreate: ["touch .hooked; test ! -e ~/fail-post-create"]
                """,
        });
        installation.Agents.WriteUsual();
        var repository = await TestRepository.CreateAsync(Path.Combine(installation.UserHome, ProjectId));
        await repository.CommitFileAsync(".gitignore", ".hooked\n");
        await installation.UpAsync();
    }

    /// <summary>Has the session service strike at a place, such as <c>kill:StartRuntime:after</c>, the next time that it comes there.</summary>
    internal void Strike(string fault)
    {
        File.Delete(Struck);
        File.WriteAllText(Order + "-new", fault);
        File.Move(Order + "-new", Order);
    }

    /// <summary>Whether the project's command for new worktrees fails from now on.</summary>
    internal void FailPostCreate(bool fails)
    {
        var mark = Path.Combine(Athene.UserHome, "fail-post-create");
        if (fails) File.WriteAllText(mark, "");
        else File.Delete(mark);
    }

    internal void ShouldHaveStruck() => File.Exists(Struck).ShouldBeTrue("the fault never struck");

    /// <summary>Waits until the ordered pause is there.</summary>
    internal Task PausedAsync() => Within.TrueAsync(() => File.Exists(Athene.MarkFile), "the step paused");

    internal void GoOn() => File.Delete(Athene.MarkFile);

    /// <summary>Waits until the ordered pause is there, kills the sidecar, and lets the step go on.</summary>
    internal async Task KillSidecarAtPauseAsync()
    {
        await PausedAsync();
        var before = Athene.Running()!.Sidecar!.Pid;
        (await Shell.RunAsync("kill", ["-KILL", $"{before}"])).ExitCode.ShouldBe(0);
        GoOn();
        await Within.TrueAsync(() => Athene.Running() is { Sidecar: { } sidecar } && sidecar.Pid != before, "the sidecar was started again");
    }

    public async Task DisposeAsync()
    {
        if (installation is not null) await installation.DisposeAsync();
    }
}
