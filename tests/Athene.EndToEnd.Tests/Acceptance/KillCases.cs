using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 43, 44 and 46 to 48: how sessions end.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class KillCases(SharedInstallation shared)
{
    private SessionApi Api => shared.Athene.Api;

    [Fact]
    public async Task Case043_KillBecauseThePullRequestMerged_isACleanup()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();

        (await Api.KilledAsync(session.Id, new KillRequest("pr_merged"))).ShouldBe(new KillResult(true, false, null));

        var ended = await Api.SessionAsync(session.Id);
        ended.Status.ShouldBe(SessionStatus.Cleanup);
        ended.Lifecycle.Runtime.Reason.ShouldBe(RuntimeReason.PrMergedCleanup);
        (await project.Repository.WorktreesAsync()).ShouldBeEmpty();
        (await shared.Athene.Machine.TerminalsAsync()).ShouldNotContain(session.Id);
        shared.Athene.Machine.Prompts(project.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case044_SecondKill_doesNothing()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        (await Api.KilledAsync(session.Id)).Cleaned.ShouldBeTrue();
        var events = (await Api.EventsAsync(session.Id)).Count;

        (await Api.KilledAsync(session.Id)).ShouldBe(new KillResult(false, true, null));

        (await Api.EventsAsync(session.Id)).Count.ShouldBe(events);
    }

    [Fact]
    public async Task Case044_KillOfAnUnknownSession_isNotFound() =>
        (await Api.PostAsync("v1/sessions/nothing-1/kill")).Problem(HttpStatusCode.NotFound, "session-not-found").Title.ShouldContain("nothing-1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case046_ForeignWorkspace_isNeverRemoved(bool isTheProjectItself)
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        var foreign = isTheProjectItself ? project.Repository.Path + "/" : Directory.CreateDirectory(shared.Athene.Combine($"foreign-{project.Id}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(foreign, "precious.txt"), "mine");
        await MoveWorkspaceAsync(session.Id, foreign);

        (await Api.KilledAsync(session.Id)).Cleaned.ShouldBeTrue();

        File.Exists(Path.Combine(foreign, "precious.txt")).ShouldBeTrue();
        (await Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
    }

    [Fact]
    public async Task Case046_WorkspaceUnderTheLegacyRoot_isRemoved()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        var legacy = Path.Combine(shared.Athene.UserHome, ".worktrees", project.Id, session.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(legacy)!);
        await project.Repository.GitAsync("worktree", "move", session.WorkspacePath!, legacy);
        await MoveWorkspaceAsync(session.Id, legacy);

        (await Api.KilledAsync(session.Id)).Cleaned.ShouldBeTrue();

        Directory.Exists(legacy).ShouldBeFalse();
        (await project.Repository.WorktreesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case047_Kill_isFinal()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        await Api.KilledAsync(session.Id);

        var verdict = new TransitionRequest(SessionState.Working, SessionState.Terminated, SessionReason.RuntimeLost);
        (await Api.PostAsync($"v1/sessions/{session.Id}/transitions", verdict)).Problem(HttpStatusCode.Conflict, "transition-stale");
        (await Api.PostAsync($"v1/sessions/{session.Id}/reports", new ReportRequest("working"))).Problem(HttpStatusCode.Conflict, "report-rejected");

        var after = (await project.SessionsAsync(all: true)).ShouldHaveSingleItem();
        after.Status.ShouldBe(SessionStatus.Killed);
        after.Lifecycle.Session.Reason.ShouldBe(SessionReason.ManuallyKilled);
        shared.Athene.Log("notifier").ShouldNotContain(session.Id);
    }

    [Fact]
    public async Task Case048_UncommittedWork_isKeptUnderARef()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "README.md"), "changed");
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "new.txt"), "new");

        var killed = await Api.KilledAsync(session.Id);

        Directory.Exists(session.WorkspacePath).ShouldBeFalse();
        (await project.Repository.RescueRefsAsync()).ShouldBe([killed.RescueRef.ShouldNotBeNull()]);
        (await project.Repository.GitAsync("show", $"{killed.RescueRef}:README.md")).ShouldBe("changed");
        (await project.Repository.GitAsync("show", $"{killed.RescueRef}:new.txt")).ShouldBe("new");
        (await Api.SessionAsync(session.Id)).RescueRef.ShouldBe(killed.RescueRef);
    }

    private Task MoveWorkspaceAsync(string sessionId, string path) =>
        RecordEdit.ChangeAsync(shared.Athene, sessionId, record => record["workspacePath"] = path);
}
