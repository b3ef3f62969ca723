using System.Net;
using System.Text.Json.Nodes;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 66 to 68 and 71, and the weak points W-S13, W-S14 and W-S19: which sessions come back, and as what.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class RestoreCases(SharedInstallation shared)
{
    private Installation Athene => shared.Athene;

    private SessionApi Api => shared.Athene.Api;

    private StateStore Store => new(shared.Athene);

    [Fact]
    public async Task Case066_KilledSession_comesBackWithAllItsWork()
    {
        var project = await shared.NewProjectAsync();
        project.Repository.Write("issues/7.md", "# Log in\n\nPlease.");
        var session = await SpawnAsync(project, issue: "7");
        await CommitAsync(session, "own.txt");
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await Api.KilledAsync(session.Id);

        var restored = await Api.RestoredAsync(session.Id);

        restored.Id.ShouldBe(session.Id);
        restored.Status.ShouldBe(SessionStatus.Working);
        restored.Activity.ShouldBe(Activity.Active);
        restored.RestoredAt.ShouldNotBeNull();
        (restored.Issue, restored.CreatedAt, restored.Branch).ShouldBe((session.Issue, session.CreatedAt, session.Branch));
        restored.Lifecycle.Session.TerminatedAt.ShouldBeNull();
        File.Exists(Path.Combine(session.WorkspacePath!, "own.txt")).ShouldBeTrue();
        (await File.ReadAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"))).ShouldBe("precious");
        await ShouldRunOnceMoreAsync(session.Id);
        (await project.SessionsAsync()).ShouldHaveSingleItem().Id.ShouldBe(session.Id);
        (await project.TrySpawnAsync(issue: "7")).Problem(HttpStatusCode.Conflict, "issue-taken");
    }

    [Fact]
    public async Task Case066_LostTerminal_isReplacedAndTheWorktreeStaysAsItIs()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"), "precious");
        await Athene.LoseTerminalAsync(session.Id);

        var restored = await Api.RestoredAsync(session.Id);

        restored.Lifecycle.Runtime.State.ShouldBe(RuntimeState.Alive);
        (await File.ReadAllTextAsync(Path.Combine(session.WorkspacePath!, "unsaved.txt"))).ShouldBe("precious");
        await ShouldRunOnceMoreAsync(session.Id);
        (await project.Repository.RescueRefsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case066_AgentThatEndedInALivingTerminal_comesBack()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await Athene.LoseAgentAsync(session.Id);

        await Api.RestoredAsync(session.Id);

        await ShouldRunOnceMoreAsync(session.Id);
    }

    [Fact]
    public async Task Case067_WorktreeDeletedByHand_isMadeAgainOnItsBranch()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        var commit = await CommitAsync(session, "own.txt");
        await Athene.LoseTerminalAsync(session.Id);
        Directory.Delete(session.WorkspacePath!, recursive: true);

        await Api.RestoredAsync(session.Id);

        (await TestRepository.GitInAsync(session.WorkspacePath!, "rev-parse", "HEAD")).ShouldBe(commit);
        (await TestRepository.GitInAsync(session.WorkspacePath!, "symbolic-ref", "--short", "HEAD")).ShouldBe(session.Branch);
        (await project.Repository.WorktreesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Case067_NoBranchOnRecord_isRefusedAsAMissingWorkspace()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await Api.KilledAsync(session.Id);
        await Store.ChangeSessionAsync(session.Id, record => record["branch"] = null);

        (await Api.TryRestoreAsync(session.Id)).Problem(HttpStatusCode.UnprocessableEntity, "workspace-missing");

        await ShouldHaveFailedAtAsync(session.Id, "workspace_restore");
        (await Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
    }

    [Fact]
    public async Task Case067_FilesInPlaceOfTheWorktree_areNotTouched()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await Api.KilledAsync(session.Id);
        Directory.CreateDirectory(session.WorkspacePath!);
        var precious = Path.Combine(session.WorkspacePath!, "precious.txt");
        await File.WriteAllTextAsync(precious, "mine");

        (await Api.TryRestoreAsync(session.Id)).Problem(HttpStatusCode.UnprocessableEntity, "workspace-missing");

        (await File.ReadAllTextAsync(precious)).ShouldBe("mine");
    }

    [Fact]
    public async Task Case068_WorkingSession_isNotRestorable()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);

        (await Api.TryRestoreAsync(session.Id)).Problem(HttpStatusCode.Conflict, "session-not-restorable");

        await ShouldHaveFailedAtAsync(session.Id, "validation");
        Athene.Agents.Starts(session.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Case068_MergedPullRequestOfALivingAgent_isNoReasonToRestore()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await MergeAsync(session.Id);

        (await Api.TryRestoreAsync(session.Id)).Problem(HttpStatusCode.Conflict, "session-not-restorable");
    }

    [Fact]
    public async Task Case068_UnknownSession_isNotFound() =>
        (await Api.TryRestoreAsync("nothing-1")).Problem(HttpStatusCode.NotFound, "session-not-found");

    [Fact]
    public async Task Case071_SessionCleanedAfterItsMerge_staysWhenRestored()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await MergeAsync(session.Id);
        await Api.KilledAsync(session.Id, new KillRequest("pr_merged"));

        var restored = await Api.RestoredAsync(session.Id);

        restored.Prs.ShouldBeEmpty();
        restored.Lifecycle.Pr.ShouldBe(new PullRequestPart(PullRequestState.None, PullRequestReason.ClearedOnRestore));
        (await project.SessionsAsync()).ShouldHaveSingleItem().Status.ShouldBe(SessionStatus.Working);
    }

    [Fact]
    public async Task Restore_issueThatAnotherHasTakenUp_isRefused()
    {
        var project = await shared.NewProjectAsync();
        var first = await SpawnAsync(project, issue: "9");
        await Api.KilledAsync(first.Id);
        var second = await SpawnAsync(project, issue: "9");

        (await Api.TryRestoreAsync(first.Id)).Problem(HttpStatusCode.Conflict, "issue-taken").SessionId.ShouldBe(second.Id);

        (await Api.SessionAsync(first.Id)).Status.ShouldBe(SessionStatus.Killed);
    }

    [Fact]
    public async Task Restore_askedForManyTimesAtOnce_happensOnce()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await Api.KilledAsync(session.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Api.TryRestoreAsync(session.Id)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        await ShouldRunOnceMoreAsync(session.Id);
        (await Api.EventsAsync(session.Id, kind: "session.restored")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Restore_thenKillAndRestoreAgain_keepsWhatIsUnsavedEachTime()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        var unsaved = Path.Combine(session.WorkspacePath!, "unsaved.txt");
        foreach (var text in (string[])["first", "second"])
        {
            await File.WriteAllTextAsync(unsaved, text);
            await Api.KilledAsync(session.Id);
            await Api.RestoredAsync(session.Id);
            (await File.ReadAllTextAsync(unsaved)).ShouldBe(text);
        }

        File.Delete(unsaved);
        await Api.KilledAsync(session.Id);
        await Api.RestoredAsync(session.Id);
        File.Exists(unsaved).ShouldBeFalse();
    }

    [Fact]
    public async Task Restore_byCommand_answersTheSessionAndItsSteps()
    {
        var project = await shared.NewProjectAsync();
        var session = await SpawnAsync(project);
        await Api.KilledAsync(session.Id);

        var restored = await Athene.AtheneAsync("restore", session.Id, "--json");

        restored.ExitCode.ShouldBe(0, restored.ToString());
        restored.Json<SessionDocument>().Status.ShouldBe(SessionStatus.Working);
        var operation = (await Api.GetAsync($"v1/operations/restore-{session.Id}-1")).As<OperationDocument>();
        operation.Kind.ShouldBe("restore");
        operation.Steps.Select(step => step.Name).ShouldBe(["BeginRestore", "RestoreWorkspace", "PrepareRelaunch", "StopRuntime", "StartRuntime", "FinishRestore"]);
        (await Athene.AtheneAsync("restore", session.Id)).ExitCode.ShouldBe(4);
        (await Athene.AtheneAsync("restore", "nothing-1")).ExitCode.ShouldBe(3);
    }

    // An agent that ends before it has noted its start would not count.
    private async Task<SessionDocument> SpawnAsync(TestProject project, string? issue = null)
    {
        var session = await project.SpawnAsync(issue: issue);
        await Athene.Agents.StartsWhenAsync(session.Id, 1);
        return session;
    }

    private static async Task<string> CommitAsync(SessionDocument session, string file)
    {
        await File.WriteAllTextAsync(Path.Combine(session.WorkspacePath!, file), "own");
        await TestRepository.GitInAsync(session.WorkspacePath!, "add", "--all");
        await TestRepository.GitInAsync(session.WorkspacePath!, "commit", "--quiet", "--message", $"Add {file}");
        return await TestRepository.GitInAsync(session.WorkspacePath!, "rev-parse", "HEAD");
    }

    private Task MergeAsync(string sessionId) => Store.ChangeSessionAsync(sessionId, record =>
    {
        const string url = "https://github.com/org/my-app/pull/3";
        record["prs"] = new JsonArray(new JsonObject { ["url"] = url, ["number"] = 3, ["state"] = "merged" });
        record["lifecycle"]!["pr"] = new JsonObject { ["state"] = "merged", ["reason"] = "merged", ["number"] = 3, ["url"] = url };
    });

    private async Task ShouldRunOnceMoreAsync(string sessionId)
    {
        (await Athene.Agents.StartsWhenAsync(sessionId, 2)).ShouldBe(2);
        (await Athene.Machine.TerminalsAsync()).Count(name => name == sessionId).ShouldBe(1);
    }

    private async Task ShouldHaveFailedAtAsync(string sessionId, string stage)
    {
        var failed = (await Api.EventsAsync(sessionId, kind: "session.restore_failed")).ShouldHaveSingleItem();
        failed.Data!["stage"]!.ToString().ShouldBe(stage);
    }
}
