using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 10–13, 15, 16, 19, 38, 39, 43 and 45: what happens when git, tmux or a project's own command fails, and when.</summary>
public sealed class FailingPartsCases(FailingPartsInstallation parts) : IClassFixture<FailingPartsInstallation>, IDisposable
{
    private Installation Athene => parts.Athene;

    public void Dispose() => parts.Repair();

    [Fact]
    public async Task Case010_WorkspaceThatCannotBeMade_leavesNothing()
    {
        var project = await parts.NewProjectAsync();
        parts.Git.Refuse("worktree add");

        var failed = await project.TrySpawnAsync();

        failed.Problem(HttpStatusCode.InternalServerError, "workspace-failed").Title.ShouldContain("refused by the test");
        (await Athene.Api.EventsAsync($"{project.Id}-1", kind: "session.rollback_started")).ShouldHaveSingleItem();
        parts.Git.Calls().ShouldNotContain(call => call.Has($"new-session -d -s {project.Id}-1"));
        parts.Repair();
        await project.ShouldHoldNothingAsync();
    }

    [Fact]
    public async Task Case010_PostCreateThatFails_removesTheNewWorktree()
    {
        await File.WriteAllTextAsync(Path.Combine(Athene.UserHome, "fail-post-create"), "");
        var known = (await parts.Hooked.SessionsAsync(all: true)).Count;

        var failed = await parts.Hooked.TrySpawnAsync();

        failed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, failed.Body);
        failed.Body.ShouldContain("exit code 3");
        failed.Body.ShouldContain("no luck");
        (await parts.Hooked.SessionsAsync(all: true)).Count.ShouldBe(known);
        Athene.Machine.WorktreeDirectories("hooked").Count.ShouldBe((await parts.Hooked.SessionsAsync()).Count);
        (await parts.Hooked.EventsAsync("session.rollback_started")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Case011_RuntimeThatCannotBeMade_leavesNothingAndTheNextSpawnWorks()
    {
        var project = await parts.NewProjectAsync();
        parts.Tmux.Refuse("new-session");

        (await project.TrySpawnAsync()).Problem(HttpStatusCode.InternalServerError, "runtime-failed");

        await project.ShouldHoldNothingAsync();
        parts.Repair();
        (await project.SpawnAsync()).Id.ShouldBe($"{project.Id}-1");
    }

    [Fact]
    public async Task Case012_PromptThatCannotBeTyped_isUndoneRuntimeFirstAndRecordLast()
    {
        var project = await parts.NewProjectAsync();
        parts.Tmux.Refuse("load-buffer");
        var operation = await Athene.Api.BeginSpawnAsync(project.Id, new SpawnRequest(Prompt: "do it", Agent: AgentScripts.Listener));

        var ended = await Athene.Api.EndOfAsync(operation.Id);

        ended.State.ShouldBe(OperationState.Failed);
        ended.Steps.SkipWhile(step => step.State is not StepState.Failed).Select(step => step.Name)
            .ShouldBe(["DeliverPrompt", "StopRuntime", "RemovePrompts", "DiscardWorkspace", "AbandonSpawn"]);
        var calls = parts.Tmux.Calls();
        var stopped = calls.Single(call => call.Has("kill-session") && call.Has($"={project.Id}-1"));
        var removed = calls.First(call => call.Has("worktree remove") && call.Has($"/{project.Id}-1"));
        stopped.At.ShouldBeLessThan(removed.At);
        await project.ShouldHoldNothingAsync();
    }

    [Fact]
    public async Task Case013_UndoStepThatFails_hidesNeitherTheErrorNorTheRest()
    {
        var project = await parts.NewProjectAsync();
        parts.Tmux.Refuse("new-session");
        parts.Git.Refuse("status --porcelain");

        (await project.TrySpawnAsync()).Problem(HttpStatusCode.InternalServerError, "runtime-failed");

        (await project.SessionsAsync(all: true)).ShouldBeEmpty();
        var told = (await project.EventsAsync("session.rollback_step_failed")).ShouldHaveSingleItem();
        told.Data!["step"]!.GetValue<string>().ShouldBe("DiscardWorkspace");
        told.Summary.ShouldContain("refused by the test");
    }

    [Fact]
    public async Task Case016_PostCreateAndWrappers_areThereBeforeTheAgent()
    {
        var session = await parts.Hooked.SpawnAsync(agent: "witness");

        await Within.TrueAsync(() => Athene.Agents.Lines($"reported-{session.Id}").Count > 0, "the agent reported");
        Athene.Agents.Lines($"files-{session.Id}").ShouldContain(".hooked");
        Athene.Agents.Lines($"reported-{session.Id}").ShouldBe(["0"], string.Join('\n', Athene.Agents.Lines($"report-{session.Id}")));
        (await Athene.Api.EventsAsync(session.Id, kind: "session.reported")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Case019_Environment_isTheProjectsButNeverItsIdentity()
    {
        var session = await parts.Hooked.SpawnAsync(agent: "witness");

        var note = $"files-{session.Id}";
        await Within.TrueAsync(() => File.Exists(Athene.Agents.NotePath(note)), "the agent noted its environment");
        var environment = Athene.Agents.Lines($"env-{session.Id}");
        environment.ShouldContain("FOO=1");
        environment.ShouldContain($"AO_SESSION={session.Id}");
        environment.ShouldContain($"ATHENE_SESSION_ID={session.Id}");
        environment.Single(line => line.StartsWith("PATH=", StringComparison.Ordinal)).ShouldStartWith($"PATH={Path.Combine(Athene.Home, "bin")}:");
        environment.ShouldNotContain(line => line.StartsWith("DAPR_API_TOKEN=", StringComparison.Ordinal) || line.StartsWith("APP_API_TOKEN=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case038_ProbeThatFails_keepsTheSessionListed()
    {
        var project = await parts.NewProjectAsync();
        var session = await project.SpawnAsync();
        await Athene.Api.SessionWhenAsync(session.Id, now => now.Status is SessionStatus.Working, "works");
        parts.Tmux.Refuse("list-panes -a");

        var seen = (await project.SessionsAsync()).ShouldHaveSingleItem();

        seen.Lifecycle.Runtime.State.ShouldBe(RuntimeState.ProbeFailed);
        seen.Lifecycle.Runtime.Reason.ShouldBe(RuntimeReason.ProbeError);
        seen.Status.ShouldBe(SessionStatus.Working);
        parts.Repair();
        await Within.TrueAsync(
            async () => (await project.SessionsAsync()).ShouldHaveSingleItem().Lifecycle.Runtime.State is RuntimeState.Alive, "tmux answered again");
    }

    [Fact]
    public async Task Case039_MachineThatHangs_delaysTheListOnly()
    {
        var project = await parts.NewProjectAsync();
        await project.SpawnAsync();
        await project.SpawnAsync();
        parts.Tmux.Hang("list-panes -a");

        var listing = project.SessionsAsync();
        await listing.WaitAsync(TimeSpan.FromSeconds(13));

        (await listing).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Case043_Kill_isToldBeforeAnythingIsDestroyed()
    {
        var project = await parts.NewProjectAsync();
        var session = await project.SpawnAsync();

        (await Athene.Api.KilledAsync(session.Id)).ShouldBe(new KillResult(true, false, null));

        var told = (await Athene.Api.EventsAsync(session.Id, kind: "session.kill_started")).ShouldHaveSingleItem();
        var calls = parts.Tmux.Calls().Where(call => call.Has(session.Id)).ToList();
        calls.First(call => call.Has("kill-session")).At.ShouldBeGreaterThan(told.Time);
        calls.First(call => call.Has("worktree remove")).At.ShouldBeGreaterThan(told.Time);
        (await Athene.Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
        (await Athene.Machine.TerminalsAsync()).ShouldNotContain(session.Id);
        (await project.Repository.WorktreesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case045_RuntimeThatCannotBeDestroyed_keepsNoSessionAlive()
    {
        var project = await parts.NewProjectAsync();
        var session = await project.SpawnAsync();
        parts.Tmux.Refuse("kill-session");

        (await Athene.Api.KilledAsync(session.Id)).Cleaned.ShouldBeTrue();

        (await Athene.Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
        (await Athene.Api.EventsAsync(session.Id, kind: "runtime.destroy_failed")).ShouldHaveSingleItem();
        (await project.Repository.WorktreesAsync()).ShouldBeEmpty();
    }
}
