using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Sessions of a home that has neither tmux terminals nor worktrees: <c>runtime: process</c>, <c>workspace: clone</c>.</summary>
public sealed class ProcessAndCloneCases : IAsyncLifetime
{
    private const string Id = "p";

    private readonly Installation athene = Installation.Prepare(new InstallationOptions
    {
        Configuration = $$"""
            defaults:
              runtime: process
            projects:
              {{Id}}:
                path: ~/{{Id}}
                sessionPrefix: {{Id}}
                workspace: clone
            """,
    });

    private TestRepository repository = null!;

    public async Task InitializeAsync()
    {
        athene.Agents.WriteUsual();
        repository = await TestRepository.CreateAsync(Path.Combine(athene.UserHome, Id));
        await athene.UpAsync();
    }

    public async Task DisposeAsync() => await athene.DisposeAsync();

    [Fact]
    public async Task Session_livesThroughARestartOfTheService_andItsWorkThroughItsEnd()
    {
        var session = await athene.Api.SpawnedAsync(Id, new SpawnRequest(null, "do it", AgentScripts.Listener, null));
        session.Runtime.ShouldBe(new RuntimeDocument("process", session.Id));
        session.WorkspacePath.ShouldBe(Path.Combine(athene.Home, "projects", Id, "clones", session.Id));
        (await athene.Machine.TerminalsAsync()).ShouldBeEmpty();
        (await repository.WorktreesAsync()).ShouldBeEmpty();
        await TypedAsync(session, "do it");

        var service = athene.Running()!.App("session").Pid;
        await Shell.RunAsync("kill", ["-KILL", $"{service}"]);
        await Within.TrueAsync(() => athene.Running()?.App("session") is { Healthy: true } app && app.Pid != service, "the service came back");
        await athene.Api.SentAsync(session.Id, "after the restart");
        await TypedAsync(session, "after the restart");
        athene.Agents.Starts(session.Id).ShouldBe(1);

        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "work.txt"), "mine");
        var killed = await athene.Api.KilledAsync(session.Id);
        (await repository.GitAsync("show", $"{killed.RescueRef}:work.txt")).ShouldBe("mine");
        Directory.Exists(session.WorkspacePath).ShouldBeFalse();

        var restored = (await athene.Api.PostAsync($"v1/sessions/{session.Id}/restore")).As<SessionDocument>();
        restored.WorkspacePath.ShouldBe(session.WorkspacePath);
        (await File.ReadAllTextAsync(Path.Combine(session.WorkspacePath!, "work.txt"))).ShouldBe("mine");
        await Within.TrueAsync(() => athene.Agents.Starts(session.Id) == 2, "the agent was started again");

        await athene.Api.KilledAsync(session.Id);
        await Within.TrueAsync(async () => (await HostsAsync()).Count == 0, "the terminal host ended with its last terminal");
    }

    [Fact]
    public async Task TerminalHostThatIsKilled_isALostRuntime()
    {
        var session = await athene.Api.SpawnedAsync(Id, new SpawnRequest(null, "do it", AgentScripts.Echo, null));

        await Shell.RunAsync("kill", ["-KILL", (await HostsAsync()).Single().TrimStart().Split(' ')[0]]);

        var lost = await athene.Api.SessionWhenAsync(session.Id, seen => seen.Lifecycle.Runtime.State is RuntimeState.Missing, "lost its terminal");
        lost.Lifecycle.Runtime.Reason.ShouldBe(RuntimeReason.ProcessMissing);
        lost.Activity.ShouldBe(Activity.Exited);
    }

    [Fact]
    public async Task RuntimeThatDoesNotExist_isNamedWithItsLine()
    {
        await athene.DownAsync();
        var configuration = Path.Combine(athene.UserHome, "wrong.yaml");
        await File.WriteAllTextAsync(configuration, "defaults:\n  runtime: docker\n");

        var refused = await athene.AtheneAsync("up", "--detach", "--config", configuration);

        refused.ExitCode.ShouldNotBe(0);
        refused.Error.ShouldContain("'docker' is not one of tmux, process");
    }

    private Task TypedAsync(SessionDocument session, string line) =>
        Within.TrueAsync(() => athene.Agents.Lines($"typed-{session.Id}").Contains(line), $"the agent read '{line}'");

    private Task<IReadOnlyList<string>> HostsAsync() => MachineView.ProcessesAsync($"terminal-host {athene.Home}");
}
