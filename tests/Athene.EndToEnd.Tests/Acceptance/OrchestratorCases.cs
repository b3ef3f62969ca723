using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 20 (for orchestrators), 24, 25 and 27–33.</summary>
public sealed class OrchestratorCases(OrchestratorInstallation parts) : IClassFixture<OrchestratorInstallation>, IDisposable
{
    private Installation Athene => parts.Athene;

    private SessionApi Api => parts.Athene.Api;

    public void Dispose() => parts.Repair();

    [Fact]
    public async Task Case020_OrchestratorsAgent_isTheRequestsThenTheRoles()
    {
        (await Api.EnsuredAsync(parts.Asking.Id)).Agent.ShouldBe("modest-too");
        var project = await parts.NewProjectAsync();
        (await Api.EnsuredAsync(project.Id, AgentScripts.Listener)).Agent.ShouldBe(AgentScripts.Listener);
    }

    [Fact]
    public async Task Case024_WorkspaceThatCannotBeMade_isAnErrorThatLeavesNothing()
    {
        var repository = await TestRepository.CreateEmptyAsync(Athene.Combine("empty"));
        (await Api.PostAsync("v1/projects", new ProjectRequest(repository.Path, "empty", "empty"))).Status.ShouldBe(HttpStatusCode.Created);

        (await Api.EnsureAsync("empty")).Problem(HttpStatusCode.UnprocessableEntity, "repository-empty");
        (await Api.ListAsync("empty", all: true)).ShouldBeEmpty();
        await repository.CommitFileAsync("README.md", "# Not empty\n");

        (await Api.EnsuredAsync("empty")).Id.ShouldBe("empty-orchestrator");
    }

    [Fact]
    public async Task Case025_EnsureFiveTimesAtOnce_makesOne()
    {
        var project = await parts.NewProjectAsync();

        var sessions = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Api.EnsuredAsync(project.Id)));

        sessions.Select(session => (session.Id, session.CreatedAt, session.WorkspacePath)).Distinct().ShouldHaveSingleItem();
        var one = sessions[0];
        one.Id.ShouldBe($"{project.Id}-orchestrator");
        one.Kind.ShouldBe(SessionKind.Orchestrator);
        one.Branch.ShouldBe($"orchestrator/{project.Id}-orchestrator");
        one.Status.ShouldBe(SessionStatus.Working);
        one.DisplayName.ShouldBe($"Orchestrator of {project.Id}");
        parts.Git.Calls().Count(call => call.Has("worktree add") && call.Has(one.Id)).ShouldBe(1);
        (await project.EventsAsync("session.spawned")).ShouldHaveSingleItem().Data!["role"]!.GetValue<string>().ShouldBe("orchestrator");
    }

    [Fact]
    public async Task Case027_EnsureOfOneThatRuns_returnsIt()
    {
        var project = await parts.NewProjectAsync();
        var first = await Api.EnsuredAsync(project.Id);
        await Within.TrueAsync(() => Athene.Agents.Starts(first.Id) > 0, "its agent started");

        var again = await Api.EnsuredAsync(project.Id, AgentScripts.Listener);

        again.ShouldSatisfyAllConditions(
            () => again.CreatedAt.ShouldBe(first.CreatedAt),
            () => again.Runtime.ShouldBe(first.Runtime),
            () => again.Agent.ShouldBe(AgentScripts.Echo));
        Athene.Agents.Starts(first.Id).ShouldBe(1);
        parts.Tmux.Calls().Count(call => call.Has("new-session") && call.Has(first.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Case028_EnsureOfOneThatDied_restoresIt()
    {
        var project = await parts.NewProjectAsync();
        var first = await Api.EnsuredAsync(project.Id);
        await Within.TrueAsync(() => Athene.Agents.Starts(first.Id) == 1, "its agent started");
        await Athene.Machine.TmuxAsync("kill-session", "-t", $"={first.Id}");

        var restored = await Api.EnsuredAsync(project.Id);

        restored.Id.ShouldBe(first.Id);
        restored.CreatedAt.ShouldBe(first.CreatedAt);
        restored.RestoredAt.ShouldNotBeNull();
        restored.Kind.ShouldBe(SessionKind.Orchestrator);
        await Within.TrueAsync(() => Athene.Agents.Starts(first.Id) == 2, "its agent was started again");
        (await Athene.Machine.TerminalsAsync()).ShouldContain(first.Id);
        (await project.EventsAsync("session.restored")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Case028_EnsureOfOneThatWasKilled_restoresItUnderItsName()
    {
        var project = await parts.NewProjectAsync();
        var first = await Api.EnsuredAsync(project.Id);
        await File.WriteAllTextAsync(Path.Combine(first.WorkspacePath!, "unsaved.txt"), "precious");
        await Api.KilledAsync(first.Id);

        var restored = await Api.EnsuredAsync(project.Id);

        restored.RestoredAt.ShouldNotBeNull();
        (await File.ReadAllTextAsync(Path.Combine(restored.WorkspacePath!, "unsaved.txt"))).ShouldBe("precious");
        var prompt = await File.ReadAllTextAsync(Path.Combine(Athene.Home, "projects", project.Id, "prompts", first.Id, "system.md"));
        prompt.ShouldStartWith($"# Orchestrator of {project.Id}");
    }

    [Fact]
    public async Task Case029_StrategyDelete_makesAFreshOne()
    {
        var first = await Api.EnsuredAsync(parts.Deleting.Id);
        await File.WriteAllTextAsync(Path.Combine(first.WorkspacePath!, "unsaved.txt"), "precious");

        var second = await Api.EnsuredAsync(parts.Deleting.Id);

        second.Id.ShouldBe(first.Id);
        second.CreatedAt.ShouldBeGreaterThan(first.CreatedAt);
        (await Api.EventsAsync(first.Id, kind: "session.killed")).ShouldHaveSingleItem();
        await Within.TrueAsync(() => Athene.Agents.Starts(first.Id) == 2, "a second agent started");
        (await parts.Deleting.Repository.GitAsync("show", $"{second.RescueRef}:unsaved.txt")).ShouldBe("precious");
    }

    [Fact]
    public async Task Case029_StrategyIgnore_leavesOneThatRunsAndReplacesOneThatEnded()
    {
        var first = await Api.EnsuredAsync(parts.Ignoring.Id);
        (await Api.EnsuredAsync(parts.Ignoring.Id)).CreatedAt.ShouldBe(first.CreatedAt);
        await Athene.Machine.TmuxAsync("kill-session", "-t", $"={first.Id}");

        var second = await Api.EnsuredAsync(parts.Ignoring.Id);

        second.CreatedAt.ShouldBeGreaterThan(first.CreatedAt);
        second.RestoredAt.ShouldBeNull();
    }

    [Fact]
    public async Task Case029_OrchestratorThatFinished_isNotRestored()
    {
        var project = await parts.NewProjectAsync();
        var session = await Api.EnsuredAsync(project.Id);
        var done = new TransitionRequest(SessionState.Working, SessionState.Done, SessionReason.ResearchComplete);
        (await Api.PostAsync($"v1/sessions/{session.Id}/transitions", done)).Status.ShouldBe(HttpStatusCode.OK);

        (await Api.EnsureAsync(project.Id)).Problem(HttpStatusCode.Conflict, "session-not-restorable");
        (await Api.EnsureAsync(project.Id)).Problem(HttpStatusCode.Conflict, "session-not-restorable");
        (await Api.RelaunchAsync(project.Id)).As<SessionDocument>().CreatedAt.ShouldBeGreaterThan(session.CreatedAt);
    }

    [Fact]
    public async Task Case030_RelaunchTwiceAtOnce_isOneKillAndOneSpawn()
    {
        var project = await parts.NewProjectAsync();
        var first = await Api.EnsuredAsync(project.Id);

        var relaunches = new[] { Api.RelaunchAsync(project.Id), Api.RelaunchAsync(project.Id) };
        await Within.TrueAsync(async () => (await project.EventsAsync("session.kill_started")).Count > 0, "the relaunch began");
        var ensured = await Api.EnsuredAsync(project.Id);

        var second = (await relaunches[0]).As<SessionDocument>();
        second.CreatedAt.ShouldBeGreaterThan(first.CreatedAt);
        (await relaunches[1]).As<SessionDocument>().CreatedAt.ShouldBe(second.CreatedAt);
        ensured.CreatedAt.ShouldBe(second.CreatedAt);
        (await project.EventsAsync("session.killed")).ShouldHaveSingleItem();
        (await project.EventsAsync("session.spawned")).Count.ShouldBe(2);
        (await project.Repository.WorktreesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Case030_RelaunchWithAnAgentThatIsNotThere_leavesTheOldOneAlone()
    {
        var project = await parts.NewProjectAsync();
        var first = await Api.EnsuredAsync(project.Id);

        (await Api.RelaunchAsync(project.Id, "nobody")).Problem(HttpStatusCode.UnprocessableEntity, "agent-unknown");

        (await Api.SessionAsync(first.Id)).Lifecycle.Runtime.State.ShouldBe(RuntimeState.Alive);
        (await project.EventsAsync("session.kill_started")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case031_AdoptedWorktree_survivesFailureAndIsUsed()
    {
        var project = await parts.NewProjectAsync();
        var id = $"{project.Id}-orchestrator";
        var existing = Path.Combine(Athene.Home, "projects", project.Id, "worktrees", id);
        await project.Repository.GitAsync("worktree", "add", "--quiet", "-b", $"orchestrator/{id}", existing);
        await File.WriteAllTextAsync(Path.Combine(existing, "mine.txt"), "mine");
        parts.Tmux.Refuse("new-session");

        (await Api.EnsureAsync(project.Id)).Problem(HttpStatusCode.InternalServerError, "runtime-failed");

        (await project.SessionsAsync(all: true)).ShouldBeEmpty();
        parts.Git.Calls().ShouldNotContain(call => call.Has("worktree remove") && call.Has(id));
        (await File.ReadAllTextAsync(Path.Combine(existing, "mine.txt"))).ShouldBe("mine");
        parts.Repair();
        (await Api.EnsuredAsync(project.Id)).WorkspacePath.ShouldBe(existing);
        (await File.ReadAllTextAsync(Path.Combine(existing, "mine.txt"))).ShouldBe("mine");
    }

    [Fact]
    public async Task Case032_Failure_isToldOnceWithItsStage()
    {
        var project = await parts.NewProjectAsync();
        parts.Tmux.Refuse("new-session");

        (await Api.EnsureAsync(project.Id)).Problem(HttpStatusCode.InternalServerError, "runtime-failed");

        var step = (await project.EventsAsync("session.spawn_step_failed")).ShouldHaveSingleItem();
        step.Data!["stage"]!.GetValue<string>().ShouldBe("runtime_create");
        step.Data!["role"]!.GetValue<string>().ShouldBe("orchestrator");
        (await project.EventsAsync("session.spawn_failed")).ShouldHaveSingleItem().Data!["role"]!.GetValue<string>().ShouldBe("orchestrator");
        await project.ShouldHoldNothingAsync();
        parts.Repair();
        await Api.EnsuredAsync(project.Id);
    }

    [Fact]
    public async Task Case033_Orchestrator_asksForNoPermissionWhateverTheConfigurationSays()
    {
        var orchestrator = await Api.EnsuredAsync(parts.Asking.Id);
        var worker = await Api.SpawnedAsync(parts.Asking.Id, new SpawnRequest());

        (await ArgumentsAsync(orchestrator)).ShouldBe(["orchestrator", "--yolo"]);
        (await ArgumentsAsync(worker)).ShouldBe(["agent", "--ask"]);
    }

    [Fact]
    public async Task OrchestratorThatIsTypedTo_getsAStartMessageAndItsPromptInAFile()
    {
        var project = await parts.NewProjectAsync();

        var session = await Api.EnsuredAsync(project.Id, AgentScripts.Listener);

        await Within.TrueAsync(() => Athene.Agents.Lines($"typed-{session.Id}").Count > 0, "the agent was told to begin");
        Athene.Agents.Lines($"typed-{session.Id}").ShouldHaveSingleItem().ShouldStartWith("Begin");
        var prompt = await File.ReadAllTextAsync(Path.Combine(Athene.Home, "projects", project.Id, "prompts", session.Id, "system.md"));
        prompt.ShouldStartWith($"# Orchestrator of {project.Id}");
        (await TestRepository.GitInAsync(session.WorkspacePath!, "status", "--porcelain")).ShouldBeEmpty();
    }

    private async Task<string[]> ArgumentsAsync(SessionDocument session)
    {
        var file = Path.Combine(Athene.UserHome, $"arguments-{session.Id}");
        return await Within.GetAsync(
            async () => File.Exists(file) && await File.ReadAllLinesAsync(file) is { Length: > 1 } lines ? lines : null, $"the agent of {session.Id} noted its arguments");
    }
}
