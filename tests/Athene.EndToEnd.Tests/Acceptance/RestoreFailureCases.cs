using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 66 and 67 where a part fails: what stands afterwards, and that the next try works.</summary>
public sealed class RestoreFailureCases(FailingPartsInstallation parts) : IClassFixture<FailingPartsInstallation>, IDisposable
{
    private Installation Athene => parts.Athene;

    private SessionApi Api => parts.Athene.Api;

    public void Dispose() => parts.Repair();

    [Fact]
    public async Task Case066_OldTerminalThatCannotBeEnded_doesNotKeepTheSessionDown()
    {
        var project = await parts.NewProjectAsync();
        var session = await project.SpawnAsync();
        await Athene.LoseTerminalAsync(session.Id);
        parts.Tmux.Refuse("kill-session");

        (await Api.RestoredAsync(session.Id)).Lifecycle.Runtime.State.ShouldBe(RuntimeState.Alive);

        (await Api.EventsAsync(session.Id, kind: "runtime.destroy_failed")).ShouldHaveSingleItem();
        parts.Repair();
    }

    [Fact]
    public async Task Case067_RecreatedWorktree_isMadeFitForWorkAgain()
    {
        var session = await parts.Hooked.SpawnAsync();
        await Api.KilledAsync(session.Id);

        await Api.RestoredAsync(session.Id);

        File.Exists(Path.Combine(session.WorkspacePath!, ".hooked")).ShouldBeTrue();
    }

    [Fact]
    public async Task Case067_PostCreateThatFails_leavesNoWorktreeAndLosesNothing()
    {
        var session = await parts.Hooked.SpawnAsync();
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await Api.KilledAsync(session.Id);
        await File.WriteAllTextAsync(Path.Combine(Athene.UserHome, "fail-post-create"), "");

        (await Api.TryRestoreAsync(session.Id)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await ShouldHaveFailedAtAsync(session.Id, "workspace_restore");
        Athene.Machine.WorktreeDirectories("hooked").ShouldNotContain(session.Id);
        (await Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
        parts.Repair();
        await Api.RestoredAsync(session.Id);
        (await File.ReadAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"))).ShouldBe("precious");
    }

    [Fact]
    public async Task Restore_terminalThatCannotBeMade_saysWhatStandsAndWorksLater()
    {
        var project = await parts.NewProjectAsync();
        var session = await project.SpawnAsync();
        await Athene.Agents.StartsWhenAsync(session.Id, 1);
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await Athene.LoseAgentAsync(session.Id);
        parts.Tmux.Refuse("new-session");

        (await Api.TryRestoreAsync(session.Id)).Problem(HttpStatusCode.InternalServerError, "runtime-failed");

        await ShouldHaveFailedAtAsync(session.Id, "runtime_create");
        var failed = await Api.SessionAsync(session.Id);
        failed.Lifecycle.Runtime.State.ShouldBe(RuntimeState.Missing);
        (await File.ReadAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"))).ShouldBe("precious");
        parts.Repair();
        await Api.RestoredAsync(session.Id);
        (await Athene.Agents.StartsWhenAsync(session.Id, 2)).ShouldBe(2);
    }

    [Fact]
    public async Task Restore_agentThatIsNoLongerInstalled_leavesTheOldTerminalAlone()
    {
        var project = await parts.NewProjectAsync();
        var session = await project.SpawnAsync();
        await Athene.LoseAgentAsync(session.Id);
        await new StateStore(Athene).ChangeSessionAsync(session.Id, record => record["agent"] = "gone");

        (await Api.TryRestoreAsync(session.Id)).Problem(HttpStatusCode.UnprocessableEntity, "agent-unknown");

        await ShouldHaveFailedAtAsync(session.Id, "launch_prepare");
        (await Athene.Machine.TerminalsAsync()).ShouldContain(session.Id);
        (await Api.SessionAsync(session.Id)).Lifecycle.Runtime.State.ShouldBe(RuntimeState.Exited);
    }

    [Fact]
    public async Task Case057_ProbeThatFails_isNoDeath()
    {
        var project = await parts.NewProjectAsync();
        var session = await project.SpawnAsync(agent: AgentScripts.Listener);
        await Api.SessionWhenAsync(session.Id, now => now.Status is not SessionStatus.Spawning, "has started");
        parts.Tmux.Refuse("list-panes -a");

        await Api.SentAsync(session.Id, "hello");

        await Within.TrueAsync(() => Athene.Agents.Lines($"typed-{session.Id}").Contains("hello"), "the agent got the message");
        (await Api.EventsAsync(session.Id, kind: "session.restored")).ShouldBeEmpty();
    }

    private async Task ShouldHaveFailedAtAsync(string sessionId, string stage)
    {
        var failed = (await Api.EventsAsync(sessionId, kind: "session.restore_failed")).ShouldHaveSingleItem();
        failed.Data!["stage"]!.ToString().ShouldBe(stage);
    }
}
